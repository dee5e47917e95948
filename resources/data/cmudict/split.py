# SPDX-License-Identifier: GPL-3.0-or-later
# cmudict.dict -> train, valid and test pairs, without stress marks; all pronunciations of a word lie in one split.
import gzip, json, random, re
said = {}
for line in open("cmudict.dict", encoding="utf-8"):
    word, phones = line.split("#")[0].strip().split(" ", 1)
    word = re.sub(r"\(\d+\)$", "", word)
    phones = re.sub(r"\d", "", phones.strip())
    ways = said.setdefault(word, []) if re.fullmatch(r"[a-z][a-z']{1,19}", word) else []
    if phones not in ways: ways.append(phones)
words = sorted(said)
random.Random(0).shuffle(words)
splits = {"test": words[:2500], "valid": words[2500:3500], "train": words[3500:]}
for name, chosen in splits.items():
    with gzip.GzipFile(f"{name}.jsonl.gz", "wb", 9, mtime=0) as out:
        for word in chosen:
            # A test word has one row, and the dictionary's first pronunciation is the usual one.
            for phones in said[word] if name == "train" else said[word][:1]:
                out.write((json.dumps({"src": word, "trg": phones}) + "\n").encode())

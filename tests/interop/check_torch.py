#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Interoperation with Python's torch, both ways: check_torch.py DIFFUSCOPE_CLI TEST_DATA

What we export loads there, with the published names, shapes, types and file layout, and its forward gives the recorded
tensors; what torch.save writes there loads here, and `verify` agrees. The network is written down once more, after the
published one, so that nothing of ours is on that side. Exit status 77: there is no torch.
"""
import json
import math
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile

try:
    import torch
    from torch import nn
except ImportError:
    sys.exit(77)


def read_safetensors(path):
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    types = {"F32": torch.float32, "F64": torch.float64, "I64": torch.int64}
    tensors = {}
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            flat = torch.frombuffer(bytearray(raw[8 + size + first : 8 + size + last]), dtype=types[entry["dtype"]])
            tensors[name] = flat.reshape(entry["shape"])
    return tensors


def tree(**children):
    return nn.ModuleDict(children)


class Layer(nn.Module):
    """A BERT layer under the names of Hugging Face's."""

    def __init__(self, size, inner, heads, eps):
        super().__init__()
        self.heads = heads
        linear, norm = (lambda: nn.Linear(size, size)), (lambda: nn.LayerNorm(size, eps=eps))
        self.attention = tree(self=tree(query=linear(), key=linear(), value=linear()), output=tree(dense=linear(), LayerNorm=norm()))
        self.intermediate = tree(dense=nn.Linear(size, inner))
        self.output = tree(dense=nn.Linear(inner, size), LayerNorm=norm())

    def forward(self, h):
        batch, length, size = h.shape
        q, k, v = (self.attention["self"][name](h).view(batch, length, self.heads, -1).transpose(1, 2) for name in ("query", "key", "value"))
        weights = (q @ k.transpose(-1, -2) / math.sqrt(size / self.heads)).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, size)
        h = self.attention["output"]["LayerNorm"](self.attention["output"]["dense"](mixed) + h)
        inner = nn.functional.gelu(self.intermediate["dense"](h))
        return self.output["LayerNorm"](self.output["dense"](inner) + h)


class Network(nn.Module):
    """DiffuSeq-v2's TransformerNetModel as its checkpoint names it."""

    def __init__(self, args, config):
        super().__init__()
        width, size, eps = args["hidden_dim"], config["hidden_size"], config["layer_norm_eps"]
        self.time_width = args["hidden_t_dim"]
        self.word_embedding = nn.Embedding(args["vocab_size"], width)
        self.lm_head = nn.Linear(width, args["vocab_size"])
        self.lm_head.weight = self.word_embedding.weight
        self.time_embed = nn.Sequential(nn.Linear(self.time_width, 4 * self.time_width), nn.SiLU(), nn.Linear(4 * self.time_width, size))
        self.input_up_proj = nn.Sequential(nn.Linear(width, size), nn.Tanh(), nn.Linear(size, size))
        self.input_transformers = tree(layer=nn.ModuleList(
            Layer(size, config["intermediate_size"], config["num_attention_heads"], eps) for _ in range(config["num_hidden_layers"])))
        self.register_buffer("position_ids", torch.arange(config["max_position_embeddings"]).expand((1, -1)))
        self.position_embeddings = nn.Embedding(config["max_position_embeddings"], size)
        self.LayerNorm = nn.LayerNorm(size, eps=eps)
        self.output_down_proj = nn.Sequential(nn.Linear(size, size), nn.Tanh(), nn.Linear(size, width))
        self.mean_embed = nn.Parameter(torch.zeros(width))

    def forward(self, x, t):
        half = self.time_width // 2
        angles = t[:, None].float() * torch.exp(-math.log(10000) * torch.arange(half, dtype=torch.float32) / half)
        time = self.time_embed(torch.cat([angles.cos(), angles.sin()], -1))
        h = self.LayerNorm(self.position_embeddings(self.position_ids[:, : x.shape[1]]) + self.input_up_proj(x) + time[:, None])
        for layer in self.input_transformers["layer"]:
            h = layer(h)
        return self.output_down_proj(h)


def only(folder, pattern):
    (found,) = folder.glob(pattern)
    return found


def layout(path):
    """Names in the zip below its one root folder, without the tensors' numbers."""
    with zipfile.ZipFile(path) as archive:
        names = [name.split("/", 1)[1] for name in archive.namelist()]
    return {"data/N" if name.startswith("data/") else name for name in names}


def check(what, ok):
    print(("ok    " if ok else "WRONG ") + what)
    if not ok:
        sys.exit(1)


def main(cli, data):
    tiny = data / "tiny"
    run = lambda *arguments: subprocess.run([cli, *map(str, arguments)], check=True, stdout=subprocess.PIPE).stdout
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        run("convert", tiny, folder / "native", "--json")
        run("convert", folder / "native", folder / "official", "--json")

        ours_path, theirs_path = only(folder / "official", "ema_*.pt"), only(tiny, "ema_*.pt")
        ours, theirs = (torch.load(path, map_location="cpu", weights_only=True) for path in (ours_path, theirs_path))
        describe = lambda state: {name: (tuple(tensor.shape), tensor.dtype) for name, tensor in state.items()}
        check(f"the export has the published names, shapes and types ({len(theirs)} tensors)", describe(ours) == describe(theirs))
        check("the export has the published values", all(torch.equal(ours[name], theirs[name]) for name in theirs))
        check("the export is a zip of the published layout", {"data.pkl", "data/N", "version"} <= layout(ours_path))

        args, config = (json.loads((folder / "official" / name).read_text()) for name in ("training_args.json", "config.json"))
        published = json.loads((tiny / "training_args.json").read_text())
        same = ("vocab_size", "seq_len", "hidden_dim", "hidden_t_dim", "diffusion_steps", "noise_schedule", "learned_mean_embed", "denoise", "denoise_rate", "rescale_timesteps", "predict_xstart")
        check("training_args.json says the same", all(args[key] == published[key] for key in same))

        network = Network(args, config).eval()
        network.load_state_dict(ours, strict=True)
        recorded = read_safetensors(data / "forward.safetensors")
        with torch.no_grad():
            y = network(recorded["x"], recorded["t"])
            errors = (y - recorded["y"]).abs().max().item(), (network.lm_head(y) - recorded["logits"]).abs().max().item()
        check(f"its forward gives the recorded tensors (y to {errors[0]:.1e}, logits to {errors[1]:.1e})", max(errors) < 1e-4)

        shutil.copytree(tiny, folder / "back" / "tiny")
        shutil.copy(data / "forward.safetensors", folder / "back")
        only(folder / "back" / "tiny", "ema_*.pt").unlink()
        torch.save(network.state_dict(), folder / "back" / "tiny" / "ema_0.9999_000700.pt")
        cases = json.loads(run("verify", folder / "back", "--json"))["cases"]
        forward = [case for case in cases if case["name"].startswith("forward/")]
        check("what this torch saves loads here, and its forward agrees", len(forward) == 2 and all(case["ok"] for case in forward))
    print(f"torch {torch.__version__}")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))

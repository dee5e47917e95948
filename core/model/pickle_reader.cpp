// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pickle_reader.h"

#include "core/error.h"

#include <bit>
#include <cstring>
#include <unordered_map>

namespace diffuscope {
namespace {

using Kind = PickleValue::Kind;

/// What a value holds goes to `all`.
void moveParts(PickleValue& value, std::vector<PickleRef>& all) {
    for (auto& item : value.items) all.push_back(std::move(item));
    for (auto& [key, item] : value.dict) {
        all.push_back(std::move(key));
        all.push_back(std::move(item));
    }
    value.items.clear();
    value.dict.clear();
}

PickleRef make(Kind kind) {
    auto value = std::make_shared<PickleValue>();
    value->kind = kind;
    return value;
}

PickleRef makeInt(std::int64_t number, Kind kind = Kind::Int) {
    auto value = make(kind);
    value->number = number;
    return value;
}

[[noreturn]] void damaged(const Wording& what) { throw Error(translatable("core", "The checkpoint's data.pkl is damaged: %1."), {what}); }

torch::ScalarType storageType(const std::string& global) {
    static const std::unordered_map<std::string, torch::ScalarType> types{
        {"torch FloatStorage", torch::kFloat32},     {"torch DoubleStorage", torch::kFloat64}, {"torch HalfStorage", torch::kFloat16},
        {"torch BFloat16Storage", torch::kBFloat16}, {"torch LongStorage", torch::kInt64},     {"torch IntStorage", torch::kInt32},
        {"torch ByteStorage", torch::kUInt8},        {"torch BoolStorage", torch::kBool}};
    const auto found = types.find(global);
    if (found == types.end()) throw Error(translatable("core", "The checkpoint holds a '%1', which is not supported."), {global});
    return found->second;
}

std::vector<std::int64_t> numbers(const PickleValue& tuple) {
    std::vector<std::int64_t> result;
    for (const auto& item : tuple.items) result.push_back(item->number);
    return result;
}

/// torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks)
PickleRef rebuildTensor(const PickleValue& arguments) {
    if (arguments.items.size() < 4 || arguments.items[0]->kind != Kind::Storage) damaged(translatable("core", "a tensor has no storage"));
    const auto& flat = arguments.items[0]->tensor;
    const auto offset = arguments.items[1]->number;
    const auto size = numbers(*arguments.items[2]), stride = numbers(*arguments.items[3]);
    const auto beyond = [] { damaged(translatable("core", "a tensor reaches beyond its storage")); };
    if (size.size() != stride.size() || offset < 0 || offset >= std::max<std::int64_t>(1, flat.numel())) beyond();
    auto room = std::max<std::int64_t>(1, flat.numel()) - 1 - offset; // elements after the first
    for (size_t i = 0; i < size.size(); ++i) {
        if (size[i] < 0 || stride[i] < 0) damaged(translatable("core", "a tensor has a negative size"));
        const auto steps = std::max<std::int64_t>(0, size[i] - 1);
        if (steps > 0 && stride[i] > room / steps) beyond(); // not by a product, which may overflow
        room -= steps * stride[i];
    }
    auto value = make(Kind::Tensor);
    value->tensor = flat.as_strided(size, stride, offset).contiguous();
    return value;
}

class Reader {
public:
    Reader(std::string_view bytes, const StorageLoader& storage) : bytes_(bytes), storage_(storage) {}

    PickleRef run() {
        for (;;) {
            const char op = take(1)[0];
            if (op == '.') return pop();
            step(op);
        }
    }

private:
    void step(char op) {
        switch (op) {
        case '\x80': take(1); break;             // PROTO
        case '(': push(make(Kind::Mark)); break; // MARK
        case '}': push(make(Kind::Dict)); break; // EMPTY_DICT
        case ')':
        case ']': push(make(Kind::Tuple)); break;                // EMPTY_TUPLE, EMPTY_LIST
        case 'N': push(make(Kind::None)); break;                 // NONE
        case '\x88': push(makeInt(1, Kind::Bool)); break;        // NEWTRUE
        case '\x89': push(makeInt(0, Kind::Bool)); break;        // NEWFALSE
        case 'K': push(makeInt(number<std::uint8_t>())); break;  // BININT1
        case 'M': push(makeInt(number<std::uint16_t>())); break; // BININT2
        case 'J': push(makeInt(number<std::int32_t>())); break;  // BININT
        case '\x8a': pushLong(); break;                          // LONG1
        case 'G': pushFloat(); break;                            // BINFLOAT
        case 'X': pushText(number<std::uint32_t>()); break;      // BINUNICODE
        case 'c': pushGlobal(); break;                           // GLOBAL
        case 'q': remember(number<std::uint8_t>()); break;       // BINPUT
        case 'r': remember(number<std::uint32_t>()); break;      // LONG_BINPUT
        case 'h': push(recall(number<std::uint8_t>())); break;   // BINGET
        case 'j': push(recall(number<std::uint32_t>())); break;  // LONG_BINGET
        case 't': pushTuple(takeToMark()); break;                // TUPLE
        case '\x85': pushTuple(takeLast(1)); break;              // TUPLE1
        case '\x86': pushTuple(takeLast(2)); break;              // TUPLE2
        case '\x87': pushTuple(takeLast(3)); break;              // TUPLE3
        case 's': setItems(takeLast(2)); break;                  // SETITEM
        case 'u': setItems(takeToMark()); break;                 // SETITEMS
        case 'Q': pushStorage(); break;                          // BINPERSID
        case 'R': reduce(); break;                               // REDUCE
        case 'b': pop(); break;                                  // BUILD: a state_dict's _metadata, not needed
        default: damaged({translatable("core", "unknown instruction %1"), {std::to_string(static_cast<unsigned char>(op))}});
        }
    }

    std::string_view take(size_t count) {
        if (bytes_.size() - at_ < count) damaged(translatable("core", "it ends too early"));
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }

    template <class T> T number() {
        T value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    void push(PickleRef value) { stack_.push_back(std::move(value)); }
    PickleRef pop() {
        if (stack_.empty()) damaged(translatable("core", "a value is missing"));
        auto value = std::move(stack_.back());
        stack_.pop_back();
        return value;
    }
    PickleValue& top() {
        if (stack_.empty()) damaged(translatable("core", "a value is missing"));
        return *stack_.back();
    }

    void remember(std::uint32_t slot) { top(), memo_[slot] = stack_.back(); }
    PickleRef recall(std::uint32_t slot) {
        const auto found = memo_.find(slot);
        if (found == memo_.end()) damaged(translatable("core", "it refers to nothing"));
        return found->second;
    }

    std::vector<PickleRef> takeLast(size_t count) {
        if (stack_.size() < count) damaged(translatable("core", "a value is missing"));
        std::vector<PickleRef> values(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
        stack_.resize(stack_.size() - count);
        return values;
    }
    std::vector<PickleRef> takeToMark() {
        size_t count = 0;
        while (count < stack_.size() && stack_[stack_.size() - 1 - count]->kind != Kind::Mark) ++count;
        auto values = takeLast(count);
        pop();
        return values;
    }

    void pushLong() {
        const auto bytes = take(number<std::uint8_t>());
        std::uint64_t value = 0;
        for (size_t i = 0; i < bytes.size() && i < 8; ++i) value |= std::uint64_t(static_cast<unsigned char>(bytes[i])) << (8 * i);
        push(makeInt(static_cast<std::int64_t>(value)));
    }
    void pushFloat() {
        std::uint64_t bits = 0;
        for (const char c : take(8)) bits = bits << 8 | static_cast<unsigned char>(c); // big-endian, as pickle has it
        push(make(Kind::Float));
        top().real = std::bit_cast<double>(bits);
    }
    void pushText(size_t size) {
        push(make(Kind::Text));
        top().text = take(size);
    }
    void pushGlobal() {
        const auto line = [this] {
            const auto end = bytes_.find('\n', at_);
            if (end == std::string_view::npos) damaged(translatable("core", "it ends too early"));
            const auto text = bytes_.substr(at_, end - at_);
            at_ = end + 1;
            return std::string(text);
        };
        const auto module = line();
        push(make(Kind::Global));
        top().text = module + ' ' + line();
    }
    void pushTuple(std::vector<PickleRef> items) {
        push(make(Kind::Tuple));
        top().items = std::move(items);
    }
    void setItems(std::vector<PickleRef> items) {
        if (top().kind != Kind::Dict || items.size() % 2) damaged(translatable("core", "entries without a dictionary"));
        for (size_t i = 0; i < items.size(); i += 2) top().dict.emplace_back(items[i], items[i + 1]);
    }

    /// ("storage", type, key, location, count)
    void pushStorage() {
        const auto id = pop();
        if (id->items.size() < 5 || id->items[1]->kind != Kind::Global) damaged(translatable("core", "a storage is not described"));
        const auto& key = id->items[2]->text;
        auto& known = storages_[key];
        if (!known) {
            known = make(Kind::Storage);
            known->tensor = storage_(key, storageType(id->items[1]->text), id->items[4]->number);
        }
        push(known);
    }

    void reduce() {
        const auto arguments = pop();
        const auto callable = pop();
        if (callable->text == "collections OrderedDict") push(make(Kind::Dict));
        else if (callable->text == "torch._utils _rebuild_tensor_v2") push(rebuildTensor(*arguments));
        else if (callable->text == "torch._utils _rebuild_parameter" && !arguments->items.empty()) push(arguments->items[0]);
        else
            throw Error(
                translatable("core", "The checkpoint wants to call '%1'; only plain state_dicts are read, and nothing is executed."),
                {callable->text});
    }

    std::string_view bytes_;
    size_t at_ = 0;
    const StorageLoader& storage_;
    std::vector<PickleRef> stack_;
    std::unordered_map<std::uint32_t, PickleRef> memo_;
    std::unordered_map<std::string, PickleRef> storages_;
};

} // namespace

PickleValue::~PickleValue() {
    std::vector<PickleRef> parts;
    moveParts(*this, parts);
    while (!parts.empty()) {
        const auto part = std::move(parts.back());
        parts.pop_back();
        if (part && part.use_count() == 1) moveParts(*part, parts);
    }
}

PickleRef readPickle(std::string_view bytes, const StorageLoader& storage) { return Reader(bytes, storage).run(); }

} // namespace diffuscope

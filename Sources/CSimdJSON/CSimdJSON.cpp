// No exception may cross into Swift, and debug and release builds must read alike.
#define SIMDJSON_EXCEPTIONS 0
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#include <simdjson.h>

#include <cstdlib>
#include <cstring>
#include <string_view>

#include "CSimdJSON.h"

namespace {

namespace ondemand = simdjson::ondemand;

bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// A list that says when there is no more memory.
template <typename Item>
struct List {
  Item *items = nullptr;
  size_t count = 0;
  size_t room = 0;

  bool reserve(size_t more) noexcept {
    if (more <= room - count) { return true; }
    size_t wanted = room * 2 + more + 64;
    void *grown = std::realloc(items, wanted * sizeof(Item));
    if (!grown) { return false; }
    items = static_cast<Item *>(grown);
    room = wanted;
    return true;
  }
};

size_t skip_digits(std::string_view text, size_t at) noexcept {
  while (at < text.size() && is_digit(text[at])) { at++; }
  return at;
}

/// The grammar only: how large a number may be is for whoever uses it.
bool is_number(std::string_view text) noexcept {
  size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  size_t whole = skip_digits(text, at);
  if (whole == at || (text[at] == '0' && whole > at + 1)) { return false; }
  at = whole;
  if (at < text.size() && text[at] == '.') {
    size_t end = skip_digits(text, at + 1);
    if (end == at + 1) { return false; }
    at = end;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    at++;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) { at++; }
    size_t end = skip_digits(text, at);
    if (end == at) { return false; }
    at = end;
  }
  return at == text.size();
}

/// The source is valid UTF-8, so an encoded surrogate can only come from an escape that stands alone.
bool has_surrogate(std::string_view text) noexcept {
  for (size_t i = 0; i + 1 < text.size(); i++) {
    if (static_cast<uint8_t>(text[i]) == 0xED && static_cast<uint8_t>(text[i + 1]) >= 0xA0) { return true; }
  }
  return false;
}

/// Visits every value once and consumes it, since simdjson checks only what is consumed.
class Walk {
 public:
  Walk(std::string_view source, uint32_t max_depth, uint32_t max_nodes) noexcept
      : source(source), max_depth(max_depth), max_nodes(max_nodes) {}

  cairn_json_result result(ondemand::parser &parser, size_t capacity) noexcept {
    auto error = parser.iterate(source.data(), source.size(), capacity).get(document);
    bool read = error ? fail(code(error), 0) : root() && is_over();
    if (read) { return {CAIRN_JSON_OK, 0, nodes.items, uint32_t(nodes.count), text.items, uint32_t(text.count)}; }
    std::free(nodes.items);
    std::free(text.items);
    return {fault, uint32_t(stopped), nullptr, 0, nullptr, 0};
  }

 private:
  std::string_view source;
  uint32_t max_depth, max_nodes;
  ondemand::document document;
  List<cairn_json_node> nodes;
  List<char> text;
  int fault = CAIRN_JSON_OK;
  size_t stopped = 0;

  static int code(simdjson::error_code error) noexcept {
    return error == simdjson::MEMALLOC ? CAIRN_JSON_NO_MEMORY : CAIRN_JSON_INVALID;
  }

  bool fail(int why, size_t offset) noexcept {
    fault = why;
    stopped = offset < source.size() ? offset : source.size();
    return false;
  }

  bool root() noexcept {
    std::string_view token;
    if (auto error = document.raw_json_token().get(token)) { return fail(code(error), 0); }
    return value(document, token, 0);
  }

  /// Nothing but spaces may follow the root.
  bool is_over() noexcept {
    for (size_t i = nodes.items[0].end; i < source.size(); i++) {
      if (!is_space(source[i])) { return fail(CAIRN_JSON_INVALID, i); }
    }
    return true;
  }

  template <typename Value>
  bool value(Value &value, std::string_view token, uint32_t depth) noexcept {
    size_t start = size_t(token.data() - source.data());
    if (start >= source.size()) { return fail(CAIRN_JSON_INVALID, start); }
    switch (source[start]) {
      case '{': return object(value, start, depth);
      case '[': return array(value, start, depth);
      case '"': return string(start, [&value](bool escaped, std::string_view &result) noexcept {
        // Consumed also where nothing is to be unescaped: skipping a string would let a stray colon after it pass.
        if (escaped) { return value.get_string().get(result); }
        ondemand::raw_json_string raw;
        return value.get_raw_json_string().get(raw);
      });
      default: return word(start, token);
    }
  }

  template <typename Value>
  bool array(Value &value, size_t start, uint32_t depth) noexcept {
    size_t index;
    ondemand::array items;
    if (!open(CAIRN_JSON_ARRAY, start, depth, index)) { return false; }
    if (auto error = value.get_array().get(items)) { return fail(code(error), start); }
    for (auto item : items) {
      ondemand::value child;
      if (auto error = item.get(child)) { return fail(code(error), here()); }
      if (!this->value(child, child.raw_json_token(), depth + 1)) { return false; }
    }
    return close(index);
  }

  template <typename Value>
  bool object(Value &value, size_t start, uint32_t depth) noexcept {
    size_t index;
    ondemand::object fields;
    if (!open(CAIRN_JSON_OBJECT, start, depth, index)) { return false; }
    if (auto error = value.get_object().get(fields)) { return fail(code(error), start); }
    for (auto item : fields) {
      ondemand::field field;
      if (auto error = std::move(item).get(field)) { return fail(code(error), here()); }
      // A raw string begins after its quote.
      size_t quote = size_t(field.key().raw() - source.data()) - 1;
      bool read = string(quote, [&field](bool escaped, std::string_view &result) noexcept {
        return escaped ? field.unescaped_key().get(result) : simdjson::SUCCESS;
      });
      if (!read || !this->value(field.value(), field.value().raw_json_token(), depth + 1)) { return false; }
    }
    return close(index);
  }

  template <typename Unescape>
  bool string(size_t start, Unescape unescape) noexcept {
    size_t end = start + 1;
    bool escaped = false;
    while (end < source.size() && source[end] != '"') {
      if (source[end] == '\\') {
        escaped = true;
        end++;
      }
      end++;
    }
    if (end >= source.size()) { return fail(CAIRN_JSON_INVALID, start); }
    std::string_view unescaped;
    if (auto error = unescape(escaped, unescaped)) { return fail(code(error), start); }
    size_t index;
    if (!push(CAIRN_JSON_STRING, start, end + 1, index)) { return false; }
    return !escaped || keep(unescaped, nodes.items[index]);
  }

  bool keep(std::string_view unescaped, cairn_json_node &node) noexcept {
    if (has_surrogate(unescaped)) { return fail(CAIRN_JSON_INVALID, node.start); }
    if (!text.reserve(unescaped.size())) { return fail(CAIRN_JSON_NO_MEMORY, node.start); }
    node.text = uint32_t(text.count);
    node.text_length = uint32_t(unescaped.size());
    if (!unescaped.empty()) { std::memcpy(text.items + text.count, unescaped.data(), unescaped.size()); }
    text.count += unescaped.size();
    return true;
  }

  /// A number, true, false or null; the token reaches to the next one, so spaces at its end go.
  bool word(size_t start, std::string_view token) noexcept {
    token = token.substr(0, source.size() - start);
    while (!token.empty() && is_space(token.back())) { token.remove_suffix(1); }
    bool is_null = token == "null";
    if (!is_null && token != "true" && token != "false" && !is_number(token)) { return fail(CAIRN_JSON_INVALID, start); }
    size_t index;
    return push(is_null ? CAIRN_JSON_NULL : CAIRN_JSON_WORD, start, start + token.size(), index);
  }

  bool open(uint8_t kind, size_t start, uint32_t depth, size_t &index) noexcept {
    if (depth >= max_depth) { return fail(CAIRN_JSON_TOO_DEEP, start); }
    return push(kind, start, start + 1, index);
  }

  /// The bracket is the last thing before the next token.
  bool close(size_t index) noexcept {
    size_t end = here();
    while (end > nodes.items[index].start + 1 && is_space(source[end - 1])) { end--; }
    nodes.items[index].end = uint32_t(end);
    nodes.items[index].next = uint32_t(nodes.count);
    return true;
  }

  bool push(uint8_t kind, size_t start, size_t end, size_t &index) noexcept {
    if (nodes.count >= max_nodes) { return fail(CAIRN_JSON_TOO_MANY, start); }
    if (!nodes.reserve(1)) { return fail(CAIRN_JSON_NO_MEMORY, start); }
    index = nodes.count++;
    nodes.items[index] = {uint32_t(start), uint32_t(end), uint32_t(nodes.count), CAIRN_JSON_NO_TEXT, 0, kind};
    return true;
  }

  /// Where the next token begins.
  size_t here() noexcept {
    const char *location;
    if (document.current_location().get(location)) { return source.size(); }
    size_t offset = size_t(location - source.data());
    return offset < source.size() ? offset : source.size();
  }
};

}  // namespace

extern "C" cairn_json_result cairn_json_read(const uint8_t *bytes, size_t length, uint32_t max_depth, uint32_t max_nodes) {
  if (length > INT32_MAX) { return {CAIRN_JSON_TOO_LARGE, 0, nullptr, 0, nullptr, 0}; }
  size_t capacity = length + simdjson::SIMDJSON_PADDING;
  char *padded = static_cast<char *>(std::malloc(capacity));
  if (!padded) { return {CAIRN_JSON_NO_MEMORY, 0, nullptr, 0, nullptr, 0}; }
  if (length > 0) { std::memcpy(padded, bytes, length); }
  // Zeroes: no bracket in the padding can be taken for the document's own.
  std::memset(padded + length, 0, capacity - length);
  ondemand::parser parser;
  cairn_json_result result = Walk({padded, length}, max_depth, max_nodes).result(parser, capacity);
  std::free(padded);
  return result;
}

extern "C" void cairn_json_free(cairn_json_result result) {
  std::free(result.nodes);
  std::free(result.text);
}

#include <simdjson.h>

#include "CMeters.h"

namespace {

int64_t values(simdjson::dom::element element) {
  int64_t count = 1;
  if (element.is_array()) {
    for (simdjson::dom::element item : simdjson::dom::array(element)) { count += values(item); }
  } else if (element.is_object()) {
    for (simdjson::dom::key_value_pair field : simdjson::dom::object(element)) { count += values(field.value); }
  }
  return count;
}

}  // namespace

extern "C" int64_t cmeters_json_values(const uint8_t *text, size_t length) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(text, length).get(root)) { return -1; }
  return values(root);
}

/* JSON as a flat array of located nodes, over the system's simdjson. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  CAIRN_JSON_OK = 0,
  CAIRN_JSON_INVALID,
  CAIRN_JSON_TOO_DEEP,
  CAIRN_JSON_TOO_MANY,
  CAIRN_JSON_TOO_LARGE,
  CAIRN_JSON_NO_MEMORY,
};

enum {
  CAIRN_JSON_STRING = 0,
  CAIRN_JSON_WORD, /* a number, true or false */
  CAIRN_JSON_NULL,
  CAIRN_JSON_ARRAY,
  CAIRN_JSON_OBJECT,
};

/* A string's value is its source without the quotes, unless it has escapes. */
#define CAIRN_JSON_NO_TEXT UINT32_MAX

typedef struct {
  uint32_t start; /* offsets into the source; of a string with its quotes */
  uint32_t end;
  uint32_t next; /* index just past this node's subtree */
  uint32_t text; /* where in `text` the value stands, or CAIRN_JSON_NO_TEXT */
  uint32_t text_length;
  uint8_t kind;
} cairn_json_node;

typedef struct {
  int fault;       /* CAIRN_JSON_OK, or why there are no nodes */
  uint32_t offset; /* about where reading stopped */
  cairn_json_node *nodes; /* an object's children are key, value, key, value */
  uint32_t count;
  char *text; /* UTF-8 of the strings that have escapes */
  uint32_t text_length;
} cairn_json_result;

/* Reads one document whole and strictly (RFC 8259); any bytes are safe. The result is freed with cairn_json_free. */
cairn_json_result cairn_json_read(const uint8_t *bytes, size_t length, uint32_t max_depth, uint32_t max_nodes);

void cairn_json_free(cairn_json_result result);

#ifdef __cplusplus
}
#endif

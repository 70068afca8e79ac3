#ifndef CMETERS_H
#define CMETERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Allocations since the program began, over all threads; -1 where they cannot be counted.
int64_t cmeters_allocations(void);

/// The most memory that the process has held at once, in bytes.
int64_t cmeters_peak_memory(void);

/// What this process has had of the processor, in seconds.
double cmeters_processor_seconds(void);

/// Events in a YAML text as libyaml alone gives them; -1 if it refuses the text.
int64_t cmeters_yaml_events(const uint8_t *text, size_t length);

/// Values in a JSON text as simdjson alone parses and walks it; -1 if it refuses the text.
int64_t cmeters_json_values(const uint8_t *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif

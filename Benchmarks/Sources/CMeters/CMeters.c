#include "CMeters.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <yaml.h>

#ifdef __GLIBC__
// The program's own malloc comes before the C library's, for every library in the process.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

// Of this thread, so that counting costs what is measured next to nothing.
static _Thread_local int64_t allocations;

static void count(void) { allocations++; }

void *malloc(size_t size) {
  count();
  return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
  count();
  return __libc_calloc(items, size);
}

void *realloc(void *block, size_t size) {
  count();
  return __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  count();
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : 12;
}

int64_t cmeters_allocations(void) { return allocations; }
#else
int64_t cmeters_allocations(void) { return -1; }
#endif

int64_t cmeters_peak_memory(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  return usage.ru_maxrss;
#else
  return (int64_t)usage.ru_maxrss * 1024;
#endif
}

double cmeters_processor_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int64_t cmeters_yaml_events(const uint8_t *text, size_t length) {
  yaml_parser_t parser;
  yaml_event_t event;
  int64_t events = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, text, length);
  for (int ended = 0; !ended; events++) {
    if (!yaml_parser_parse(&parser, &event)) {
      events = -1;
      break;
    }
    ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

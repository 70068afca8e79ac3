#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's driver: tries inputs until its options, or a crash, end it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*try_one)(const uint8_t *bytes, size_t count));

#endif

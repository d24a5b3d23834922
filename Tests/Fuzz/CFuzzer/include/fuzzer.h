#ifndef MIRRORCTL_FUZZER_H
#define MIRRORCTL_FUZZER_H

#include <stddef.h>
#include <stdint.h>

// Of clang's libFuzzer, which changes what it reads where that reaches code that was not reached before.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*read)(const uint8_t *bytes, size_t count));

#endif

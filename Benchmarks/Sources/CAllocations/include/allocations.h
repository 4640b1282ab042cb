// Counts what a thread asks of `malloc` and its relatives, by standing in for them in the executable that links this.
//
// On Linux with glibc only; elsewhere nothing is counted.

#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

#include <stdbool.h>
#include <stdint.h>

/// Whether allocations are counted here.
bool allocations_are_counted(void);

/// How often the calling thread has asked for memory: malloc, calloc, realloc, aligned_alloc, posix_memalign, memalign.
int64_t allocations_count(void);

/// Does nothing. A profiler can be told to cut its counts here: `--dump-before=measurement_mark`.
void measurement_mark(void);

/// Whether the CPU shows AVX2, which a profiler's imitation of it may not.
bool cpu_has_avx2(void);

#endif

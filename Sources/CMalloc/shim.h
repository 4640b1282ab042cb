// What the system's allocator is told, which no module of Swift has.
#pragma once
#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Lets pieces of `threshold` bytes and more go back to the system as soon as they are freed.
///
/// By itself glibc learns from the first large piece that is freed to keep pieces of its size. One number that is given means
/// that none is learnt, so that the other one is given as well: else what a small document frees would go back, too.
static inline void cmalloc_give_back_from(int threshold) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, threshold);
  mallopt(M_TRIM_THRESHOLD, 2 * threshold);
#else
  (void)threshold;
#endif
}

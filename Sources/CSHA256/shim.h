// The rounds of SHA-256 with the instructions that x86 processors have for them, eight times as quick as by arithmetic.
// Whether the processor has them is asked at run time; where it hasn't, and on other processors, Swift does the rounds.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether the processor has the instructions.
static inline bool sha256_is_built_in(void) {
    unsigned int a = 0, b = 0, c = 0, d = 0;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
    const bool shuffles = (c >> 9 & 1) && (c >> 19 & 1);  // SSSE3 and SSE4.1
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
    return shuffles && (b >> 29 & 1);
}

/// Takes blocks of 64 bytes into the state; only where the processor has the instructions.
///
/// - constants: the 64 of FIPS 180-4.
__attribute__((target("sha,ssse3,sse4.1")))
static inline void sha256_take(uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *constants) {
    // Words stand in the file with their highest byte first.
    const __m128i order = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    // The instructions want the state's words as a, b, e, f and c, d, g, h, the first one highest.
    __m128i abef = _mm_set_epi32((int)state[0], (int)state[1], (int)state[4], (int)state[5]);
    __m128i cdgh = _mm_set_epi32((int)state[2], (int)state[3], (int)state[6], (int)state[7]);
    for (; blocks > 0; blocks--, bytes += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];
        for (int part = 0; part < 4; part++) {
            words[part] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * part)), order);
        }
        // Four rounds at a time, and of each four words those that stand sixteen further on.
        #pragma clang loop unroll(full)
        for (int four = 0; four < 16; four++) {
            const __m128i now = words[four & 3], next = words[(four + 1) & 3];
            const __m128i third = words[(four + 2) & 3], last = words[(four + 3) & 3];
            const __m128i sums = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(constants + 4 * four)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sums);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sums, 0x0E));
            words[four & 3] = _mm_sha256msg2_epu32(
                _mm_add_epi32(_mm_sha256msg1_epu32(now, next), _mm_alignr_epi8(last, third, 4)), last);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    uint32_t first[4], second[4];
    _mm_storeu_si128((__m128i *)first, abef);
    _mm_storeu_si128((__m128i *)second, cdgh);
    state[0] = first[3], state[1] = first[2], state[4] = first[1], state[5] = first[0];
    state[2] = second[3], state[3] = second[2], state[6] = second[1], state[7] = second[0];
}

#else

static inline bool sha256_is_built_in(void) { return false; }

static inline void sha256_take(uint32_t *state, const uint8_t *bytes, size_t blocks, const uint32_t *constants) {
    (void)state, (void)bytes, (void)blocks, (void)constants;
}

#endif

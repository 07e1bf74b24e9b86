// Looks at 64 bytes at once with the processor's vector instructions, which Swift can't reach in a way that compiles to
// them: comparing is one instruction for 16 bytes, and so is gathering the answers into bits.
//
// Everything here is a pure function of 64 readable bytes; where there are no such instructions, words of 8 bytes are
// compared by arithmetic.
#pragma once

#include <stdint.h>
#include <string.h>

/// What 64 bytes hold: bit n stands for byte n.
typedef struct {
    /// The bytes that end a field or need care: the delimiter, a quote, a line feed and all other controls.
    uint64_t marks;
    /// The bytes that are not ASCII.
    uint64_t high;
} ByteScanBlock;

#if defined(__SSE2__)
#include <emmintrin.h>

static inline ByteScanBlock byte_scan_block(const uint8_t *bytes, uint8_t delimiter) {
    const __m128i separator = _mm_set1_epi8((char)delimiter), quote = _mm_set1_epi8('"');
    const __m128i control = _mm_set1_epi8(0x1F);
    ByteScanBlock block = {0, 0};
    for (int part = 0; part < 4; part++) {
        const __m128i some = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        const __m128i fields = _mm_or_si128(_mm_cmpeq_epi8(some, separator), _mm_cmpeq_epi8(some, quote));
        const __m128i lines = _mm_cmpeq_epi8(_mm_max_epu8(some, control), control);
        block.marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(fields, lines)) << (16 * part);
        block.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(some) << (16 * part);
    }
    return block;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>

// One bit a byte: each byte keeps the bit of its place, then neighbours are added up.
static inline uint64_t byte_scan_bits(uint8x16_t first, uint8x16_t second, uint8x16_t third, uint8x16_t fourth) {
    const uint8x16_t places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t low = vpaddq_u8(vandq_u8(first, places), vandq_u8(second, places));
    const uint8x16_t high = vpaddq_u8(vandq_u8(third, places), vandq_u8(fourth, places));
    const uint8x16_t sums = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline ByteScanBlock byte_scan_block(const uint8_t *bytes, uint8_t delimiter) {
    const uint8x16_t separator = vdupq_n_u8(delimiter), quote = vdupq_n_u8('"');
    const uint8x16_t space = vdupq_n_u8(0x20), ascii = vdupq_n_u8(0x80);
    uint8x16_t marks[4], high[4];
    for (int part = 0; part < 4; part++) {
        const uint8x16_t some = vld1q_u8(bytes + 16 * part);
        const uint8x16_t fields = vorrq_u8(vceqq_u8(some, separator), vceqq_u8(some, quote));
        marks[part] = vorrq_u8(fields, vcltq_u8(some, space));
        high[part] = vcgeq_u8(some, ascii);
    }
    ByteScanBlock block = {byte_scan_bits(marks[0], marks[1], marks[2], marks[3]),
                           byte_scan_bits(high[0], high[1], high[2], high[3])};
    return block;
}

#else

// The high bit of each byte of a word, as eight bits.
static inline uint64_t byte_scan_gather(uint64_t word) {
    return ((word & 0x8080808080808080ull) * 0x0002040810204081ull) >> 56;
}

// The high bit of each byte that is a control.
static inline uint64_t byte_scan_controls(uint64_t word) {
    return ~(((word & 0x7F7F7F7F7F7F7F7Full) + 0x6060606060606060ull) | word);
}

// The high bit of each byte that equals another one; exact, since no carry leaves a byte.
static inline uint64_t byte_scan_equal(uint64_t word, uint8_t byte) {
    const uint64_t other = word ^ (0x0101010101010101ull * byte), low = 0x7F7F7F7F7F7F7F7Full;
    return ~(((other & low) + low) | other | low);
}

static inline ByteScanBlock byte_scan_block(const uint8_t *bytes, uint8_t delimiter) {
    ByteScanBlock block = {0, 0};
    for (int part = 0; part < 8; part++) {
        uint64_t word = 0;
        // The first byte is the lowest, whatever the order of bytes is.
        for (int byte = 0; byte < 8; byte++) word |= (uint64_t)bytes[8 * part + byte] << (8 * byte);
        const uint64_t found = byte_scan_equal(word, delimiter) | byte_scan_equal(word, '"')
            | byte_scan_controls(word);
        block.marks |= byte_scan_gather(found) << (8 * part);
        block.high |= byte_scan_gather(word) << (8 * part);
    }
    return block;
}

#endif

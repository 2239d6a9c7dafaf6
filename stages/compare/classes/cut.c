#include "cut.h"

#include <stdint.h>

enum {
	STRONG = 600,
	COLON = 500,
	SEMICOLON = 400,
	COMMA = 100,
	PLAIN = 1,
};

unsigned
cut_weight(const char *s, size_t len, bool punctuation)
{
	if (!punctuation || len == 0)
		return PLAIN;
	switch (*s) {
	case '.':
	case '?':
	case '!':
		return STRONG;
	case ':':
		return COLON;
	case ';':
		return SEMICOLON;
	case ',':
		return COMMA;
	case '\xE2': /* U+2026 */
		return len >= 3 && s[1] == '\x80' && s[2] == '\xA6' ? STRONG
								    : PLAIN;
	default:
		return PLAIN;
	}
}

size_t
cut_next(const unsigned *weight, size_t n, size_t size)
{
	size_t best = 0;
	uint64_t best_far = size + 1;

	if (n <= size + CUT_OVER)
		return n;
	for (size_t i = 1; i <= size + CUT_OVER; i++) {
		uint64_t far = (i < size ? size - i : i - size) + 1;

		/* weight[i] / far >= weight[best] / best_far */
		if (weight[i] * best_far >= weight[best] * far) {
			best = i;
			best_far = far;
		}
	}
	return best + 1;
}

/* pattern - POSIX extended regular expressions over UTF-8.
 *
 * A point or a bracket is a character, not a byte, in every locale: the
 * matching, and nothing else, is done in C.UTF-8. */
#ifndef PATTERN_H
#define PATTERN_H

#include <locale.h>
#include <regex.h>
#include <stdbool.h>

struct pattern {
	regex_t re;
	locale_t loc;
};

enum {
	PATTERN_WHY = 256
};

/* False if ere is no expression, and why. */
bool pattern_try(struct pattern *p, const char *ere, char why[PATTERN_WHY]);
/* Exit 2 with the option's letter then. */
void pattern_open(struct pattern *p, int letter, const char *ere);
bool pattern_match(const struct pattern *p, const char *s);
void pattern_free(struct pattern *p);

#endif

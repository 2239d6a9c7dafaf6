/* expr - the formula of a figure, as a description writes it (why.1). */
#ifndef EXPR_H
#define EXPR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* The value of a name as text; NULL: there is none. */
typedef const char *expr_look(void *arg, const char *name);

/* Numbers, names, + - * / ^, < <= > >= (1 or 0), brackets and the functions ln,
 * log2, log10, sqrt, abs, min, max, floor, or0(x), which is 0 for NA,
 * flog(f, e), which is f ln(f / e), tail(x), the probability of chi-square with
 * one degree of freedom, and of the hypergeometric law lafon(f, F, t, T) and
 * twice(f, F, t, T): Lafon's index, and twice the probability of which it is
 * the logarithm.  False, and *why, where it is no formula; NAN where a value is
 * NA. */
bool expr_eval(
    const char *s, expr_look *look, void *arg, double *value, struct buf *why);
/* Appends it with the values in place of the names. */
void expr_fill(struct buf *to, const char *s, expr_look *look, void *arg);

#endif

/* deals - p and q of what goes with what: values of an attribute by classes,
 * the values dealt out to the speeches anew (classes.1). */
#ifndef DEALS_H
#define DEALS_H

#include "reinert.h"

/* Sets p and q of r->values, their number of tests, and r->deals. */
void deals_do(struct reinert *r);

#endif

#include "rng.h"

#include <errno.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_rng.h>

#include "lib/base/err.h"

/* FNV-1a (Fowler, Noll, Vo) over seed and name, folded to 32 bits. */
static uint32_t
start(uint64_t seed, const char *name, size_t len)
{
	const uint64_t prime = UINT64_C(0x100000001b3);
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (unsigned i = 0; i < 64; i += 8)
		h = (h ^ (seed >> i & 0xFF)) * prime;
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)name[i]) * prime;
	return (uint32_t)(h ^ h >> 32);
}

void
stat_rng_open(struct stat_rng *r, uint64_t seed, const char *name, size_t len)
{
	(void)gsl_set_error_handler_off();
	r->gsl = gsl_rng_alloc(gsl_rng_mt19937);
	if (r->gsl == NULL) {
		errno = ENOMEM;
		die_sys("memory");
	}
	gsl_rng_set(r->gsl, start(seed, name, len));
}

void
stat_rng_close(struct stat_rng *r)
{
	gsl_rng_free(r->gsl);
	r->gsl = NULL;
}

uint32_t
stat_rng_below(struct stat_rng *r, uint32_t n)
{
	return (uint32_t)gsl_rng_uniform_int(r->gsl, n);
}

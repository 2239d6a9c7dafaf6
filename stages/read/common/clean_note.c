/* What was repaired, for people. */
#include <inttypes.h>

#include "clean.h"
#include "lib/base/err.h"

/* " (767 U+0092, 22 U+0085)", the most frequent first */
static void
put_c1(struct buf *b, const struct clean *c)
{
	uint64_t below = UINT64_MAX; /* no more than the one before */
	size_t last = 32;
	const char *sep = " (";

	for (;;) {
		size_t k = 32;

		for (size_t i = 0; i < 32; i++)
			if ((c->c1[i] < below ||
				(c->c1[i] == below && i > last)) &&
			    c->c1[i] > (k < 32 ? c->c1[k] : 0))
				k = i;
		if (k == 32)
			break;
		below = c->c1[k];
		last = k;
		buf_str(b, sep);
		buf_u64(b, below);
		buf_str(b, k < 16 ? " U+008" : " U+009");
		buf_mem(b, &"0123456789ABCDEF"[k % 16], 1);
		sep = ", ";
	}
	buf_str(b, ")");
}

/* The counts of kinds from..to-1 as a list. */
static void
put_kinds(struct buf *b, const struct clean *c, enum clean_kind from, size_t to)
{
	static const char *const name[CLEAN_LOST][2] = {
	    {ERR_WORDS("byte order mark"), ERR_WORDS("byte order marks")},
	    {ERR_WORDS("CRLF line end"), ERR_WORDS("CRLF line ends")},
	    {ERR_WORDS("CR line end"), ERR_WORDS("CR line ends")},
	    {ERR_WORDS("C1 control"), ERR_WORDS("C1 controls")},
	    {ERR_WORDS("control character"), ERR_WORDS("control characters")},
	    {ERR_WORDS("tab"), ERR_WORDS("tabs")},
	    {ERR_WORDS("soft hyphen"), ERR_WORDS("soft hyphens")},
	    {ERR_WORDS("zero-width character"),
		ERR_WORDS("zero-width characters")},
	    {ERR_WORDS("mathematical letter"),
		ERR_WORDS("mathematical letters")},
	    {ERR_WORDS("ligature"), ERR_WORDS("ligatures")},
	    {ERR_WORDS("line not in NFC"), ERR_WORDS("lines not in NFC")},
	    {ERR_WORDS("no-break space"), ERR_WORDS("no-break spaces")},
	    {ERR_WORDS("narrow no-break space"),
		ERR_WORDS("narrow no-break spaces")},
	    {ERR_WORDS("space of another kind"),
		ERR_WORDS("spaces of another kind")}};

	b->len = 0;
	for (size_t k = from; k < to; k++) {
		if (c->n[k] == 0)
			continue;
		buf_str(b, b->len > 0 ? ", " : "");
		buf_u64(b, c->n[k]);
		buf_str(b, " ");
		buf_str(b, err_said(name[k][c->n[k] != 1]));
		if (k == CLEAN_C1)
			put_c1(b, c);
	}
}

void
clean_note(const struct clean *c)
{
	uint64_t lost = c->n[CLEAN_LOST];
	struct buf b = {0};

	put_kinds(&b, c, CLEAN_BOM, CLEAN_NBSP);
	if (b.len > 0)
		note("repaired: %s", b.s);
	put_kinds(&b, c, CLEAN_NBSP, CLEAN_LOST);
	if (b.len > 0)
		note("kept: %s", b.s);
	if (lost > 0)
		note("%" PRIu64 " character%s lost before (U+FFFD): kept; "
		     "convert the source anew",
		    lost, lost == 1 ? " was" : "s were");
	buf_free(&b);
}

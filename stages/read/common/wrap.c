#include "wrap.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/words.h"
#include "lib/text/utf.h"
#include "span.h"

bool
wrap_soft(const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == '\r' || s[len - 1] == ' '))
		len--;
	return len > 1 && memcmp(s + len - 2, "\xC2\xAD", 2) == 0;
}

/* Small letters. */
static bool
is_small(int32_t cp)
{
	return utf_is_letter(cp) && !utf_is_upper(cp);
}

bool
wrap_cuts(const char *head, size_t len, const char *tail, size_t tail_len)
{
	size_t to = len > 0 && head[len - 1] == '-' ? len - 1 : len;
	size_t from = to;
	size_t n = 0;
	size_t k = 0;

	while (from > 0 && utf_is_letter(span_last(head, from, &n)))
		from -= n;
	while (k < tail_len) {
		if (!is_small(utf_get(tail + k, tail + tail_len, &n)))
			break;
		k += n;
	}
	if (to == len || from == to || k == 0 ||
	    !is_small(span_last(head, to, &n)))
		return false;
	/* c'est-à-/dire, vis-/à-vis */
	if ((from > 0 && head[from - 1] == '-') ||
	    (k + 1 < tail_len && tail[k] == '-' && words_is_link(tail, k)))
		return false;
	return !words_is_head(head + from, to - from) &&
	    !words_is_tail(tail, k);
}

void
wrap_add(struct wrap *w, uint64_t line, const char *s, size_t len, bool soft)
{
	struct buf *b = &w->text;

	if (b->len == 0)
		w->line = line;
	else if (!w->soft &&
	    !(b->len > 1 && b->s[b->len - 1] == '-' && b->s[b->len - 2] != ' '))
		buf_str(b, " ");
	else if (!w->soft && wrap_cuts(b->s, b->len, s, len)) {
		w->n_cut++;
		b->len -= w->words;
	}
	w->soft = soft;
	buf_mem(b, s, len);
}

void
wrap_clear(struct wrap *w)
{
	w->text.len = 0;
	w->soft = false;
}

void
wrap_note(const struct wrap *w)
{
	if (w->n_cut == 0)
		return;
	if (w->words)
		note("%" PRIu64 " word%s cut at a line's end joined", w->n_cut,
		    w->n_cut == 1 ? "" : "s");
	else
		note("%" PRIu64
		     " hyphen%s at line ends kept in words like " WORDS_CUT
		     ": -J takes %s out",
		    w->n_cut, w->n_cut == 1 ? "" : "s",
		    w->n_cut == 1 ? "it" : "them");
}

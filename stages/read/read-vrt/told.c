/* What a vertical file tells of its speeches, and what is told of the run. */
#include <inttypes.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"
#include "read/common/span.h"
#include "tagstack.h"

/* ---- attributes of a speech ---- */

/* Le Fur, Marc is Marc Le Fur. */
static bool
turn_name(struct buf *to, const char *name)
{
	size_t len = strlen(name);
	const char *comma = memchr(name, ',', len);
	struct span last;
	struct span first;

	if (comma == NULL || strchr(comma + 1, ',') != NULL)
		return false;
	last = span_strip(name, (size_t)(comma - name));
	first = span_strip(comma, (size_t)(name + len - comma));
	if (!utf_is_upper(span_first(first.s, first.len)) || last.len == 0)
		return false;
	buf_mem(to, first.s, first.len);
	buf_str(to, " ");
	buf_mem(to, last.s, last.len);
	return true;
}

/* An attribute of the speech; ParlaMint writes - where there is nothing. */
static void
lend(struct tagstack *t, const struct attr *a)
{
	struct buf b = {0};
	const char *value = a->value;

	if (strcmp(a->name, t->id) == 0 || strcmp(value, "-") == 0)
		return;
	if (strcmp(a->name, "speaker_name") == 0 && turn_name(&b, value)) {
		value = b.s;
		t->n_turned++;
	}
	intake_attr(t->it, a->name, strlen(a->name), value, strlen(value));
	buf_free(&b);
}

/* The tag k of the stack is a speech; those around it lend what it lacks. */
void
tagstack_put_speech(struct tagstack *t, size_t k)
{
	const struct tagstack_open *e = &t->open[k];

	for (size_t i = 0; i <= k; i++)
		for (size_t n = 0; n < t->open[i].attrs.n; n++)
			lend(t, &t->open[i].attrs.a[n]);
	intake_speech(t->it, attrs_get(&e->attrs, t->id), true, e->line);
}

/* ---- notes ---- */

/* What was not written, but for other tags. */
static void
note_hidden(const struct tagstack *t)
{
	if (t->n_note > 0)
		note("%" PRIu64 " note%s beside the speech left out (%" PRIu64
		     " of them a code)",
		    t->n_note, t->n_note == 1 ? "" : "s", t->n_code);
	note_count(t->n_note_token, "token of a note left out",
	    "tokens of notes left out");
	if (t->n_cut_token > 0)
		note("in other languages than %s: %" PRIu64
		     " token%s left out (%" PRIu64 " paragraph%s, %" PRIu64
		     " whole speech%s)",
		    t->languages, t->n_cut_token,
		    t->n_cut_token == 1 ? "" : "s", t->n_cut_p,
		    t->n_cut_p == 1 ? "" : "s", t->n_cut_speech,
		    t->n_cut_speech == 1 ? "" : "es");
	note_count(t->n_turned, "name of a speaker turned: Last, First",
	    "names of speakers turned: Last, First");
}

void
tagstack_note(const struct tagstack *t)
{
	struct buf b = {0};
	uint64_t sum = 0;
	size_t len;

	for (uint32_t k = 0; k < t->names.n; k++) {
		if (t->left[k] == 0)
			continue;
		sum += t->left[k];
		buf_str(&b, b.len > 0 ? ", <" : "<");
		buf_str(&b, intern_s(&t->names, k, &len));
		buf_str(&b, ">");
	}
	if (sum > 0)
		note("%" PRIu64 " other tag%s left out: %s", sum,
		    sum == 1 ? "" : "s", b.s);
	buf_free(&b);
	if (t->n_crossed > 0)
		note("%" PRIu64 " tag%s crossed another: ended with it, or "
		     "where the next began",
		    t->n_crossed, t->n_crossed == 1 ? "" : "s");
	note_hidden(t);
}

#include "text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/lang.h"
#include "lib/stream/vrt.h"
#include "lib/text/list.h"
#include "lib/text/slug.h"
#include "read/common/anchor.h"
#include "read/common/span.h"

static void
describe(struct check_text *t, uint32_t id, const char *s, size_t len)
{
	t->form = mem_grow(t->form, &t->cap, (size_t)id + 1, sizeof(*t->form));
	t->b.len = 0;
	slug_fold(&t->b, s, len);
	t->form[id].hash = t->b.len > 0 ? slug_hash(0, t->b.s, t->b.len)
					: slug_hash(0, s, len);
	t->form[id].grammar = false;
}

static void
read_grammar(struct check_text *t)
{
	char *path = lang_path(LANG_STOPLIST);
	struct list l;
	const char *s;
	size_t len;

	list_open(&l, path);
	while ((s = list_next(&l, &len)) != NULL) {
		uint32_t n = t->forms.n;
		uint32_t id = intern_add(&t->forms, s, len);

		if (id == n)
			describe(t, id, s, len);
		t->form[id].grammar = true;
	}
	list_close(&l);
	free(path);
}

void
text_open(
    struct check_text *t, struct findings *found, double least, uint64_t min)
{
	*t = (struct check_text){.found = found, .min = min};
	rules_open(&t->rules, NULL);
	scan_open(&t->scan, &t->rules);
	intern_open(&t->forms);
	twins_open(&t->twins, least);
	reader_open(&t->reader, found);
	read_grammar(t);
}

void
text_begin(struct check_text *t, size_t speech)
{
	t->speech = speech;
	t->words = 0;
	t->grammar = 0;
	t->front = 0;
	t->hash = 0;
	leftover_clear(&t->left);
	shingle_clear(&t->runs);
}

static void
add_word(struct check_text *t, const struct token *tok)
{
	char small[SCAN_ROOM(64)];
	char *to = tok->len <= 64 ? small : mem_new(SCAN_ROOM(tok->len), 1);
	size_t len = scan_form(to, t->plain.s, tok);
	uint32_t n = t->forms.n;
	uint32_t id = intern_add(&t->forms, to, len);
	const struct form *f;

	if (id == n)
		describe(t, id, to, len);
	if (to != small)
		free(to);
	f = &t->form[id];
	t->words++;
	t->grammar += f->grammar;
	t->hash = slug_hash(t->hash, (const char *)&f->hash, sizeof(f->hash));
	shingle_add(&t->runs, f->hash);
}

/* The study's default leaves out what is not the speaker's own. */
enum kind
text_kind(const char *type)
{
	if (strcmp(type, "published") == 0)
		return ANCHOR;
	if (strcmp(type, "front") == 0)
		return FRONT;
	return strcmp(type, "event") == 0 || strcmp(type, "label") == 0 ? OTHER
									: OWN;
}

/* A line that begins a speech, but stands in the text of one. */
static void
see_anchor(struct check_text *t, uint64_t line)
{
	struct date d;
	bool whole = false;

	if (anchor_published(t->plain.s, t->plain.len, &d, &whole) && whole)
		findings_error(t->found, FIND_UNTITLED, t->speech, line,
		    "'%.*s' without a title before it", (int)t->plain.len,
		    t->plain.s);
}

void
text_paragraph(struct check_text *t, const char *s, size_t len, uint64_t line,
    enum kind kind)
{
	uint64_t before = t->words;

	t->plain.len = 0;
	vrt_plain(&t->plain, s, len);
	buf_room(&t->plain, SCAN_SLACK + IN_SLACK);
	memset(t->plain.s + t->plain.len, 0, SCAN_SLACK + IN_SLACK);
	leftover_scan(&t->left, t->plain.s, t->plain.len, line);
	if (kind != ANCHOR)
		see_anchor(t, line);
	if (kind == ANCHOR)
		t->reader.is_dump = true;
	if (kind == OWN)
		reader_see(&t->reader, t->plain.s, t->plain.len, line);
	if (kind == FRONT)
		t->front += span_words(t->plain.s, t->plain.len);
	if (kind != OWN)
		return;
	scan_text(&t->scan, t->plain.s, t->plain.len);
	for (size_t k = 0; k < t->scan.n; k++) {
		const struct token *tok = &t->scan.tok[k];

		if (tok->kind == SCAN_WORD || tok->kind == SCAN_NUMBER)
			add_word(t, tok);
	}
	if (t->words - before > PARAGRAPH)
		findings_warning(t->found, FIND_PARAGRAPH, t->speech, line,
		    "%" PRIu64 " words in one paragraph", t->words - before);
}

/* ---- at the end of a speech ---- */

static void
find_leftovers(struct check_text *t)
{
	static const struct {
		enum finding_kind kind;
		bool error;
	} as[LEFT_KINDS] = {
	    [LEFT_LOST] = {FIND_LOST, true},
	    [LEFT_CONTROL] = {FIND_CONTROL, true},
	    [LEFT_MOJIBAKE] = {FIND_MOJIBAKE, true},
	    [LEFT_MARKUP] = {FIND_MARKUP, false},
	    [LEFT_UNSPACED] = {FIND_UNSPACED, false},
	    [LEFT_GLUED] = {FIND_GLUED, false},
	    [LEFT_HYPHEN] = {FIND_HYPHEN, false},
	    [LEFT_SIGN] = {FIND_SIGN, false},
	    [LEFT_APOSTROPHE] = {FIND_APOSTROPHE, false},
	    [LEFT_LIGATURE] = {FIND_LIGATURE, false},
	};
	const struct leftover *l = &t->left;

	for (size_t k = 0; k < LEFT_KINDS; k++)
		if (l->n[k] > 0)
			(as[k].error ? findings_error : findings_warning)(
			    t->found, as[k].kind, t->speech, l->line[k],
			    "%" PRIu64 " place%s: %s", l->n[k],
			    l->n[k] == 1 ? "" : "s, the first", l->sample[k].s);
}

static void
find_size(struct check_text *t)
{
	if (t->words == 0)
		findings_error(
		    t->found, FIND_EMPTY, t->speech, 0, "no word of a speaker");
	else if (t->words < t->min)
		findings_warning(t->found, FIND_SHORT, t->speech, 0,
		    "%" PRIu64 " word%s", t->words, t->words == 1 ? "" : "s");
	if (t->front >= COMPARED)
		findings_warning(t->found, FIND_FRONT, t->speech, 0,
		    "%" PRIu64 " words above the first title: of no speech",
		    t->front);
}

static void
find_language(struct check_text *t)
{
	const struct leftover *l = &t->left;

	if (t->words >= LANGUAGE && t->grammar * 100 < t->words * FRENCH)
		findings_warning(t->found, FIND_LANGUAGE, t->speech, 0,
		    "%" PRIu64 " %% of %" PRIu64 " words are " LANG_NAME
		    " words of grammar",
		    t->grammar * 100 / t->words, t->words);
	if (l->letters >= LETTERS && l->capitals * 100 >= l->letters * CAPITALS)
		findings_warning(t->found, FIND_CAPITALS, t->speech, 0,
		    "%" PRIu64 " %% of %" PRIu64 " letters are capitals",
		    l->capitals * 100 / l->letters, l->letters);
}

static void
find_same(struct check_text *t)
{
	const struct finding_speech *s;
	size_t same;

	if (t->words < COMPARED)
		return;
	same = twins_add(&t->twins, t->speech, t->hash, &t->runs);
	if (same == TWIN_NONE)
		return;
	s = &t->found->speech[same];
	(t->words < FORMULA ? findings_warning : findings_error)(t->found,
	    FIND_SAME, t->speech, 0,
	    "the same %" PRIu64 " words as %s (%s:%" PRIu64 ")", t->words,
	    s->id, s->file, s->line);
}

void
text_end(struct check_text *t)
{
	t->length = mem_grow(
	    t->length, &t->cap_length, t->speech + 1, sizeof(*t->length));
	t->length[t->speech] = t->words;
	find_size(t);
	find_language(t);
	find_leftovers(t);
	find_same(t);
	reader_end(&t->reader, t->speech);
}

/* ---- at the end ---- */

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	return (*x > *y) - (*x < *y);
}

static void
find_long(struct check_text *t)
{
	size_t n = t->found->n_speech;
	uint64_t *sorted;
	uint64_t median;

	if (n < LONG_SPEECHES)
		return;
	sorted = mem_new(n, sizeof(*sorted));
	memcpy(sorted, t->length, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_value);
	median = sorted[(n - 1) / 2];
	free(sorted);
	for (size_t i = 0; i < n; i++)
		if (t->length[i] >= LONG_WORDS && t->length[i] / LONG > median)
			findings_warning(t->found, FIND_LONG, i, 0,
			    "%" PRIu64 " words, the median is %" PRIu64,
			    t->length[i], median);
}

static void
put_near(size_t name, size_t earlier, double jaccard, void *arg)
{
	struct findings *found = arg;
	const struct finding_speech *s = &found->speech[earlier];

	findings_warning(found, FIND_NEAR, name, 0,
	    "%.2f of the runs of %d words are those of %s (%s:%" PRIu64 ")",
	    jaccard, SHINGLE_WORDS, s->id, s->file, s->line);
}

void
text_finish(struct check_text *t)
{
	find_long(t);
	if (!t->found->off[FIND_NEAR])
		twins_near(&t->twins, put_near, t->found);
}

void
text_free(struct check_text *t)
{
	rules_free(&t->rules);
	scan_free(&t->scan);
	intern_free(&t->forms);
	free(t->form);
	buf_free(&t->plain);
	buf_free(&t->b);
	twins_free(&t->twins);
	reader_free(&t->reader);
	free(t->length);
	leftover_free(&t->left);
}

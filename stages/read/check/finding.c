#include "finding.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/lang.h"
#include "lib/table/tsv.h"
#include "lib/text/utf.h"

enum {
	SHOWN = 5, /* of a kind, in the report */
	WIDTH = 80
};

static const struct {
	const char *name;
	const char *what;
} kinds[FIND_KINDS] = {
    [FIND_ID] = {"id", "speech ids given twice"},
    [FIND_EMPTY] = {"empty", "speeches without a word"},
    [FIND_SAME] = {"same", "the same text twice"},
    [FIND_DATE] = {"date", "dates that are none"},
    [FIND_YEAR] = {"year", "years that are not those of the dates"},
    [FIND_UNTITLED] = {"untitled", "days of publication without a title"},
    [FIND_LOST] = {"lost", "characters that are lost"},
    [FIND_CONTROL] = {"control", "control characters"},
    [FIND_MOJIBAKE] = {"mojibake", "text decoded wrongly"},
    [FIND_READER] = {"reader", "texts that another reader would cut"},
    [FIND_MISSING] = {"missing", "metadata that others have"},
    [FIND_NEAR] = {"near", "nearly the same text twice"},
    [FIND_SPELLING] = {"spelling", "names written in several ways"},
    [FIND_RANGE] = {"range", "dates far from all others"},
    [FIND_PUBLISHED] = {"published", "dates far from publication"},
    [FIND_SHORT] = {"short", "speeches of few words"},
    [FIND_LONG] = {"long", "speeches of very many words"},
    [FIND_SECTION] = {"section", "sections of one speech only"},
    [FIND_FRONT] = {"front", "text above the first title"},
    [FIND_PARAGRAPH] = {"paragraph", "very long paragraphs"},
    [FIND_UNSPACED] = {"unspaced", "text without spaces"},
    [FIND_LANGUAGE] = {"language", "speeches that may not be " LANG_NAME},
    [FIND_CAPITALS] = {"capitals", "speeches in capitals"},
    [FIND_MARKUP] = {"markup", "tags and entities of HTML in the text"},
    [FIND_GLUED] = {"glued", "spaces lost behind punctuation"},
    [FIND_HYPHEN] = {"hyphen", "words cut at line ends"},
    [FIND_SIGN] = {"hyphen-sign", "hyphens of other kinds"},
    [FIND_APOSTROPHE] = {"apostrophe", "signs that look like apostrophes"},
    [FIND_LIGATURE] = {"ligature", "ligatures of type"},
};

static void __attribute__((noreturn)) unknown(const char *s, size_t len)
{
	struct buf b = {0};

	for (size_t k = 0; k < FIND_KINDS; k++) {
		buf_str(&b, " ");
		buf_str(&b, kinds[k].name);
	}
	die_usage("option -x: no kind '%.*s'; there are:%s", (int)len, s, b.s);
}

void
findings_leave_out(struct findings *t, const char *list)
{
	for (const char *s = list;; s++) {
		size_t len = strcspn(s, ",");
		size_t k = 0;

		while (k < FIND_KINDS &&
		    (strlen(kinds[k].name) != len ||
			memcmp(kinds[k].name, s, len) != 0))
			k++;
		if (k == FIND_KINDS)
			unknown(s, len);
		t->off[k] = true;
		s += len;
		if (*s == '\0')
			return;
	}
}

size_t
findings_speech(struct findings *t, const char *id, const char *file)
{
	t->speech = mem_grow(
	    t->speech, &t->cap_speech, t->n_speech + 1, sizeof(*t->speech));
	t->speech[t->n_speech] = (struct finding_speech){
	    .id = mem_string(id),
	    .file = mem_string(file),
	};
	return t->n_speech++;
}

const char *
findings_words(const struct findings *t, const char *words)
{
	return t->people ? err_said(words) : words;
}

static void __attribute__((format(printf, 3, 0)))
add(struct findings *t, const struct finding *f, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	if (t->off[f->kind])
		return;
	t->f = mem_grow(t->f, &t->cap, t->n + 1, sizeof(*t->f));
	t->f[t->n] = *f;
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, findings_words(t, fmt), again);
	va_end(again);
	if (n < 0)
		die_sys("format");
	t->f[t->n].detail = mem_new((size_t)n + 1, 1);
	(void)vsnprintf(
	    t->f[t->n].detail, (size_t)n + 1, findings_words(t, fmt), ap);
	t->n++;
}

void
findings_error(struct findings *t, enum finding_kind kind, size_t speech,
    uint64_t line, const char *fmt, ...)
{
	struct finding f = {
	    .speech = speech, .line = line, .kind = kind, .error = true};
	va_list ap;

	va_start(ap, fmt);
	add(t, &f, fmt, ap);
	va_end(ap);
}

void
findings_warning(struct findings *t, enum finding_kind kind, size_t speech,
    uint64_t line, const char *fmt, ...)
{
	struct finding f = {.speech = speech, .line = line, .kind = kind};
	va_list ap;

	va_start(ap, fmt);
	add(t, &f, fmt, ap);
	va_end(ap);
}

static int
by_place(const void *a, const void *b)
{
	const struct finding *x = a;
	const struct finding *y = b;

	if (x->speech != y->speech)
		return x->speech < y->speech ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return strcmp(x->detail, y->detail);
}

void
findings_sort(struct findings *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->f[i].line == 0)
			t->f[i].line = t->speech[t->f[i].speech].line;
	if (t->n > 0)
		qsort(t->f, t->n, sizeof(*t->f), by_place);
}

uint64_t
findings_count(const struct findings *t, bool errors)
{
	uint64_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		n += t->f[i].error == errors;
	return n;
}

void
findings_table(const struct findings *t, struct out *o)
{
	out_str(o, "level\tspeech\tfile\tline\twhat\tdetail\n");
	for (size_t i = 0; i < t->n; i++) {
		const struct finding *f = &t->f[i];
		const struct finding_speech *s = &t->speech[f->speech];

		out_str(o, f->error ? "error\t" : "warning\t");
		tsv_put(o, s->id, strlen(s->id));
		out_ch(o, '\t');
		tsv_put(o, s->file, strlen(s->file));
		out_ch(o, '\t');
		if (f->line > 0)
			out_u64(o, f->line);
		else
			out_str(o, "NA");
		out_ch(o, '\t');
		out_str(o, kinds[f->kind].name);
		out_ch(o, '\t');
		tsv_put(o, f->detail, strlen(f->detail));
		out_ch(o, '\n');
	}
}

/* Writes s in lines that begin with `indent` blanks and fit, cut at blanks
 * where there are any. */
static void
put_wrapped(struct out *o, const char *s, size_t indent)
{
	size_t room = WIDTH - indent;
	size_t used;

	while (*s != '\0') {
		size_t n = utf_fit(s, strlen(s), room, &used);
		size_t cut = n;

		if (s[n] != '\0') {
			while (cut > 0 && s[cut] != ' ')
				cut--;
			if (cut == 0)
				cut = n;
		}
		for (size_t k = 0; k < indent; k++)
			out_ch(o, ' ');
		out_mem(o, s, cut);
		out_ch(o, '\n');
		for (s += cut; *s == ' '; s++)
			continue;
	}
}

static void
report_one(const struct findings *t, struct out *o, const struct finding *f)
{
	const struct finding_speech *s = &t->speech[f->speech];
	struct buf b = {0};
	char line[32];

	buf_str(&b, s->file);
	if (f->line > 0) {
		(void)snprintf(line, sizeof(line), ":%" PRIu64, f->line);
		buf_str(&b, line);
	}
	buf_str(&b, " (");
	buf_str(&b, s->id);
	buf_str(&b, ")");
	put_wrapped(o, b.s, 2);
	put_wrapped(o, f->detail, 6);
	buf_free(&b);
}

static const char *
plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

static void
report_kind(const struct findings *t, struct out *o, enum finding_kind kind)
{
	uint64_t n[2] = {0, 0};
	uint64_t shown = 0;

	for (size_t i = 0; i < t->n; i++)
		if (t->f[i].kind == kind)
			n[t->f[i].error]++;
	if (n[0] + n[1] == 0)
		return;
	out_fmt(o, "\n%s - %s", kinds[kind].name, err_said(kinds[kind].what));
	out_fmt(o, "%s", err_said(": "));
	if (n[1] > 0)
		out_fmt(o, err_said("%" PRIu64 " error%s%s"), n[1],
		    plural(n[1]), n[0] > 0 ? ", " : "");
	if (n[0] > 0)
		out_fmt(
		    o, err_said("%" PRIu64 " warning%s"), n[0], plural(n[0]));
	out_ch(o, '\n');
	for (size_t i = 0; i < t->n && shown < SHOWN; i++)
		if (t->f[i].kind == kind) {
			report_one(t, o, &t->f[i]);
			shown++;
		}
	if (n[0] + n[1] > shown)
		out_fmt(o, err_said("  ... and %" PRIu64 " more"),
		    n[0] + n[1] - shown);
	if (n[0] + n[1] > shown)
		out_ch(o, '\n');
}

void
findings_report(const struct findings *t, struct out *o)
{
	uint64_t errors = findings_count(t, true);
	uint64_t warnings = findings_count(t, false);

	out_fmt(o,
	    err_said(
		"%zu speech%s: %" PRIu64 " error%s, %" PRIu64 " warning%s"),
	    t->n_speech, t->n_speech == 1 ? "" : "es", errors, plural(errors),
	    warnings, plural(warnings));
	out_ch(o, '\n');
	for (size_t k = 0; k < FIND_KINDS; k++)
		report_kind(t, o, (enum finding_kind)k);
}

void
findings_free(struct findings *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->f[i].detail);
	for (size_t i = 0; i < t->n_speech; i++) {
		free(t->speech[i].id);
		free(t->speech[i].file);
	}
	free(t->f);
	free(t->speech);
}

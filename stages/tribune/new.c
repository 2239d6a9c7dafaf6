#include "new.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "decide.h"
#include "lib/base/err.h"
#include "lib/base/out.h"
#include "patterns.h"

enum {
	FEW = 2,   /* values of an attribute that parts the corpus: at least */
	MANY = 50, /* and at most */
	LIST = 3   /* names of files that are told */
};

/* What was seen of the texts. */
static const char *const seen[LOOK_KINDS] = {
    [LOOK_DOCUMENT] = "documents, a speech a file",
    [LOOK_TEXT] = "plain texts, a speech a file",
    [LOOK_DUMP] = "a web dump: lines tell when a text was published",
    [LOOK_IRAMUTEQ] = "an IRaMuTeQ or Alceste corpus: starred lines",
    [LOOK_TEI] = "TEI",
    [LOOK_CONLLU] = "CoNLL-U: tokens with lemma and part of speech",
    [LOOK_VRT] = "vertical text: tokens in columns",
    [LOOK_TABLE] = "a table with a column of texts",
};

/* Behind a #, where the end of a line, and a backslash before it, would let
 * make read on. */
static void
put_remark(struct out *o, const char *s)
{
	for (; *s != '\0'; s++)
		out_ch(o, iscntrl((unsigned char)*s) || *s == '\\' ? '?' : *s);
}

/* Names of files, the first of them. */
static void
put_names(const struct study *s, struct out *o,
    bool (*is)(const struct study *, const struct file *))
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (is(s, &s->file[i]) && n++ < LIST) {
			out_str(o, n > 1 ? ", " : " ");
			put_remark(o, s->file[i].name);
		}
	if (n > LIST)
		out_fmt(o, " and %zu more", n - LIST);
	out_ch(o, '\n');
}

static size_t
count_files(const struct study *s,
    bool (*is)(const struct study *, const struct file *))
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += is(s, &s->file[i]);
	return n;
}

static bool
is_other_text(const struct study *s, const struct file *f)
{
	return f->look.kind != s->kind && look_reader[f->look.kind] != NULL;
}

static bool
is_odd(const struct study *s, const struct file *f)
{
	return decide_is_text(s, f) && decide_encoding(s, f) != s->encoding;
}

/* The folder's own name. */
static void
put_title(const struct study *s, struct out *o)
{
	char *path = realpath(s->folder, NULL);
	const char *name;

	if (path == NULL)
		die_sys(s->folder);
	name = strrchr(path, '/') + 1;
	out_str(o, "# Heading of the reports.\nTITLE = ");
	for (; *name != '\0'; name++)
		out_ch(o,
		    iscntrl((unsigned char)*name) ||
			    strchr("#$\\", *name) != NULL
			? '-'
			: *name);
	out_str(o, "\n\n");
	free(path);
}

/* The reader behind =, with the encoding of a file. */
static void
put_command(const struct study *s, const char *encoding, struct out *o)
{
	const char *word[DECIDE_WORDS];
	size_t n = decide_command(s, encoding, word);

	for (size_t i = 0; i < n; i++)
		out_fmt(o,
		    patterns_plain(word[i], strlen(word[i])) ? " %s" : " '%s'",
		    word[i]);
	if (s->beside)
		out_str(o, " -d $(TEXT:.xml=" DECIDE_BESIDE ")");
	out_ch(o, '\n');
}

static void
put_encoding(const struct study *s, struct out *o)
{
	if (count_files(s, is_odd) > 0)
		out_fmt(o,
		    "# They are of several encodings, by their letters; most "
		    "are %s.\n",
		    s->encoding != NULL ? s->encoding : "UTF-8");
	else if (s->encoding != NULL)
		out_fmt(o,
		    "# They are not UTF-8; by their letters they are %s.\n",
		    s->encoding);
}

/* A reader for each text of another encoding than most. */
static void
put_odd_readers(const struct study *s, struct out *o)
{
	for (size_t i = 0; i < s->n; i++)
		if (is_odd(s, &s->file[i])) {
			out_str(o, "READ_");
			patterns_put_name(o, s->file[i].name);
			out_str(o, " =");
			put_command(s, s->file[i].look.encoding, o);
		}
}

static void
put_reader(const struct study *s, struct out *o)
{
	out_fmt(o, "# Files: %zu, %s.\n#", count_files(s, decide_is_text),
	    s->debate ? "debates, cut into what each speaker says"
		      : seen[s->kind]);
	put_names(s, o, decide_is_text);
	put_encoding(s, o);
	patterns_put(s, o);
	out_str(o, "READ  =");
	put_command(s, s->encoding, o);
	put_odd_readers(s, o);
	if (s->trial.status != RC_OK) {
		out_str(o, "# Not decided: this reader stops, and says\n#   ");
		put_remark(
		    o, s->trial.message != NULL ? s->trial.message : "nothing");
		out_ch(o, '\n');
	}
	if (s->table != NULL && !s->by_file && !s->beside)
		out_fmt(o,
		    "# Not decided: a table with a column id; if these are the "
		    "speeches:\n# META  = %s\n",
		    s->table);
	if (s->odd_table != NULL) {
		out_str(o,
		    "# Not used, for a study.mk cannot hold the name of this "
		    "table:\n# ");
		put_remark(o, s->odd_table);
		out_ch(o, '\n');
	}
	out_ch(o, '\n');
}

/* Does the attribute part the speeches? */
static bool
does_part(const struct study *s, uint32_t k)
{
	const struct trial_attribute *a = &s->trial.attribute[k];

	uint64_t n = a->values.n;

	return n >= FEW && n <= MANY && n * 2 <= a->n + 1 &&
	    a->n * 2 >= s->trial.n_speech;
}

/* Where nothing parts the speeches that does so as a rule: few speeches are
 * parts themselves, of many the first attribute has them. */
static void
put_unusual(const struct study *s, struct out *o)
{
	uint32_t k = 0;
	size_t len;

	while (k < s->trial.names.n && !does_part(s, k))
		k++;
	out_str(o,
	    "# Not decided: neither speaker, party nor year parts them well.\n"
	    "# A table of speakers, parties, dates can be joined (META,\n"
	    "# META_speaker: study.5).\n");
	if (s->trial.n_speech <= MANY || k == s->trial.names.n)
		out_str(o, "# Each speech is a part.\nPARTS = id\n");
	else
		out_fmt(o, "PARTS = %s\n", intern_s(&s->trial.names, k, &len));
}

static void
add_part(const struct study *s, uint32_t k, struct buf *parts)
{
	size_t len;
	const char *name;

	if (k >= s->trial.names.n || !does_part(s, k))
		return;
	name = intern_s(&s->trial.names, k, &len);
	buf_str(parts, parts->len > 0 ? " " : "");
	buf_mem(parts, name, len);
}

/* The first attribute that is of groups (group, groupe, politicalgroup) and
 * parts the speeches; UINT32_MAX if there is none. */
static uint32_t
group_of(const struct study *s)
{
	for (uint32_t k = 0; k < s->trial.names.n; k++) {
		size_t len;

		if (strstr(intern_s(&s->trial.names, k, &len), "group") !=
			NULL &&
		    does_part(s, k))
			return k;
	}
	return UINT32_MAX;
}

/* By what speeches are parted as a rule, groups where there are no parties. */
static void
find_parts(const struct study *s, struct buf *parts)
{
	const struct intern *names = &s->trial.names;
	size_t had;

	if (s->trial.attribute == NULL)
		return;
	add_part(s, intern_find(names, "speaker", 7), parts);
	had = parts->len;
	add_part(s, intern_find(names, "party", 5), parts);
	if (parts->len == had)
		add_part(s, group_of(s), parts);
	add_part(s, intern_find(names, "year", 4), parts);
}

static void
put_parts(const struct study *s, struct out *o)
{
	struct buf parts = {0};

	out_fmt(o,
	    "# Speeches: %" PRIu64
	    ".  Their attributes, each with the speeches "
	    "that have it\n# and its values:\n",
	    s->trial.n_speech);
	for (uint32_t k = 0; k < s->trial.names.n; k++) {
		const struct trial_attribute *a = &s->trial.attribute[k];
		size_t len;

		out_fmt(o, "#   %s %" PRIu64 " %" PRIu32 "%s\n",
		    intern_s(&s->trial.names, k, &len), a->n, a->values.n,
		    does_part(s, k) ? " (could be parts)" : "");
	}
	find_parts(s, &parts);
	if (parts.len > 0)
		out_fmt(o, "PARTS = %s\n", parts.s);
	else
		put_unusual(s, o);
	buf_free(&parts);
}

static void
put_rest(const struct study *s, struct out *o)
{
	if (count_files(s, is_other_text) > 0) {
		out_str(o, "\n# Not read, for they are of another kind:");
		put_names(s, o, is_other_text);
		out_str(o, "# (READ_file is the reader of one file.)\n");
	}
	out_str(o,
	    "\n# What else can be said: study.5 (tribune help study).\n"
	    "# COUNT  = stem\n# PIVOTS = loi budget\n"
	    "# STOPLISTS += words.txt\n"
	    "# META_speaker = deputes.tsv\n"
	    "# ONLY    = year>=2012\n"
	    "# AGAINST = party=A | party=B\n");
}

static void
put_study(const struct study *s, struct out *o)
{
	out_str(o,
	    "# study.mk - made by tribune new, which looked at the texts; "
	    "read\n"
	    "# it, and change what is wrong.\n");
	put_title(s, o);
	put_reader(s, o);
	put_parts(s, o);
	put_rest(s, o);
}

static void
put_aside(const struct study *s)
{
	char *path = decide_join(s->folder, "study.mk");
	struct aside a;
	size_t n;

	if (access(path, F_OK) == 0)
		die_usage("%s is there already; new -t shows what would stand "
			  "in it",
		    path);
	aside_open(&a, path, "");
	put_study(s, &a.out);
	aside_close(&a);
	aside_rename(&a);
	if ((n = count_files(s, is_other_text)) > 0)
		note(n == 1 ? "%s: %zu file of another kind is not read"
			    : "%s: %zu files of another kind are not read",
		    path, n);
	if (patterns_plain(s->folder, strlen(s->folder)))
		note(
		    "%s is written; next: tribune reports %s", path, s->folder);
	else
		note("%s is written; next: tribune reports, and the folder's "
		     "name in quotes",
		    path);
	free(path);
}

void
new_study(const char *exec, const char *folder, bool show)
{
	struct study s = {.exec = exec, .folder = folder};

	decide_open(&s);
	if (s.kind == LOOK_KINDS)
		die_data(folder, 0,
		    "no texts that a reader reads: .txt, .docx, .odt, .rtf, "
		    ".epub, .html, .pdf, .csv, .tsv, .jsonl, .xml (TEI), "
		    ".conllu, .vrt");
	if (show) {
		struct out o;

		out_stdout(&o);
		put_study(&s, &o);
		out_close(&o);
	} else
		put_aside(&s);
	decide_close(&s);
}

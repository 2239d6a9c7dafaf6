#include "decide.h"

#include <ctype.h>
#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/err.h"

enum {
	FOLDERS = 2,    /* deep */
	MOST = 1000,    /* texts that are tried */
	ENCODINGS = 16, /* more than are told apart */
};

/* ---- the folder ---- */

char *
decide_join(const char *folder, const char *name)
{
	bool both = *folder != '\0' && *name != '\0';

	return mem_join(folder, both ? "/" : "", name);
}

static int
by_name(const void *a, const void *b)
{
	const struct file *x = a;
	const struct file *y = b;

	return strcmp(x->name, y->name);
}

static void
add_file(struct study *s, char *name)
{
	char *path = decide_join(s->folder, name);
	const char *base = strrchr(name, '/');

	s->file = mem_grow(s->file, &s->cap, s->n + 1, sizeof(*s->file));
	s->file[s->n].name = name;
	look_at(&s->file[s->n++].look, path, base != NULL ? base + 1 : name);
	free(path);
}

static void
read_folder(struct study *s, const char *sub, unsigned depth)
{
	char *path = decide_join(s->folder, sub);
	DIR *d = opendir(path);
	const struct dirent *e;

	if (d == NULL)
		die_sys(path);
	while ((e = readdir(d)) != NULL) {
		char *name;
		char *full;
		struct stat st;

		if (*e->d_name == '.')
			continue;
		name = decide_join(sub, e->d_name);
		full = decide_join(s->folder, name);
		if (stat(full, &st) == 0 && S_ISDIR(st.st_mode) &&
		    depth + 1 < FOLDERS)
			read_folder(s, name, depth + 1);
		else if (S_ISREG(st.st_mode) && strcmp(name, "study.mk") != 0) {
			add_file(s, name);
			name = NULL;
		}
		free(full);
		free(name);
	}
	(void)closedir(d);
	free(path);
}

/* ---- what to do with it ---- */

bool
decide_is_text(const struct study *s, const struct file *f)
{
	return f->look.kind == s->kind;
}

/* The first whose name can stand between apostrophes in a study.mk. */
static void
choose_table(struct study *s, const struct file *f)
{
	bool odd = false;

	for (const char *p = f->name; *p != '\0'; p++)
		odd |=
		    iscntrl((unsigned char)*p) || strchr("'#$\\", *p) != NULL;
	if (odd) {
		s->odd_table = f->name;
	} else if (s->table == NULL) {
		s->table = f->name;
		s->by_file = f->look.kind == LOOK_FILES;
	}
}

/* The kind of most files that a reader reads; of as many the one that says
 * more than plain text. */
static void
choose_kind(struct study *s)
{
	size_t n[LOOK_KINDS] = {0};

	s->kind = LOOK_KINDS;
	for (size_t i = 0; i < s->n; i++)
		n[s->file[i].look.kind]++;
	for (unsigned k = 0; k < LOOK_KINDS; k++)
		if (look_reader[k] != NULL && n[k] > 0 &&
		    (s->kind == LOOK_KINDS || n[k] >= n[s->kind]))
			s->kind = (enum look_kind)k;
	for (size_t i = 0; i < s->n; i++) {
		const struct look *l = &s->file[i].look;

		s->semicolon |=
		    decide_is_text(s, &s->file[i]) && l->delimiter == ';';
		s->beside |= s->kind == LOOK_TEI &&
		    strstr(s->file[i].name, DECIDE_BESIDE) != NULL;
		if (l->kind == LOOK_META || l->kind == LOOK_FILES)
			choose_table(s, &s->file[i]);
	}
}

/* A reader has an option for it, and the letters of the text tell it? */
static bool
has_encoding(const struct study *s, const struct file *f)
{
	return decide_is_text(s, f) && !f->look.ascii &&
	    s->kind != LOOK_DOCUMENT && s->kind != LOOK_CONLLU;
}

const char *
decide_encoding(const struct study *s, const struct file *f)
{
	return has_encoding(s, f) ? f->look.encoding : s->encoding;
}

/* That of most texts which have letters to tell it by. */
static void
choose_encoding(struct study *s)
{
	struct intern names;
	size_t n[ENCODINGS] = {0};
	size_t most = 0;

	intern_open(&names);
	for (size_t i = 0; i < s->n; i++) {
		const char *e = s->file[i].look.encoding;
		uint32_t k;

		if (!has_encoding(s, &s->file[i]))
			continue;
		k = intern_add(
		    &names, e != NULL ? e : "", e != NULL ? strlen(e) : 0);
		if (++n[k] > most) {
			most = n[k];
			s->encoding = e;
		}
	}
	intern_free(&names);
}

static bool
is_same_name(const struct look *a, const struct look *b)
{
	return a->date == b->date && a->sign == b->sign &&
	    a->date_is_last == b->date_is_last && a->between == b->between;
}

/* -p of read-text, where all names have a date in the same place. */
static void
choose_pattern(struct study *s)
{
	const struct look *first = NULL;
	bool name = true;
	struct buf date = {0};
	const char *rest;

	for (size_t i = 0; i < s->n; i++) {
		const struct look *l = &s->file[i].look;

		if (!decide_is_text(s, &s->file[i]))
			continue;
		first = first != NULL ? first : l;
		name &= l->rest_is_name;
		if (l->date == LOOK_NO_DATE || !is_same_name(first, l))
			return;
	}
	if (first == NULL || (s->kind != LOOK_TEXT && s->kind != LOOK_DOCUMENT))
		return;
	buf_str(&date, "{date:");
	buf_str(&date, first->date == LOOK_YEAR_FIRST ? "%Y" : "%d");
	buf_mem(&date, &first->sign, 1);
	buf_str(&date, "%m");
	buf_mem(&date, &first->sign, 1);
	buf_str(&date, first->date == LOOK_YEAR_FIRST ? "%d}" : "%Y}");
	rest = name ? "{speaker}" : "{}";
	buf_str(&s->pattern, first->date_is_last ? rest : date.s);
	if (first->between != '\0') {
		buf_mem(&s->pattern, &first->between, 1);
		buf_str(&s->pattern, first->date_is_last ? date.s : rest);
	}
	buf_free(&date);
}

size_t
decide_command(const struct study *s, const char *encoding, const char **word)
{
	size_t n = 0;

	word[n++] = look_reader[s->kind];
	if (s->debate) {
		word[n++] = "-u";
		word[n++] = "speaker";
	}
	if (encoding != NULL) {
		word[n++] = "-e";
		word[n++] = encoding;
	}
	if (s->kind == LOOK_TABLE && s->semicolon) {
		word[n++] = "-D";
		word[n++] = ";";
	}
	if (s->pattern.len > 0) {
		word[n++] = "-p";
		word[n++] = s->pattern.s;
	}
	if (s->table != NULL && s->by_file && s->kind == LOOK_TEXT) {
		word[n++] = "-d";
		word[n++] = s->table;
	}
	return n;
}

/* Runs the reader over the texts of an encoding, the first MOST of them. */
static void
try_encoding(struct study *s, struct trial *t, const char *encoding)
{
	const char *word[DECIDE_WORDS];
	size_t n_word = decide_command(s, encoding, word);
	char **argv = mem_new(DECIDE_WORDS + MOST + 2, sizeof(*argv));
	char end[] = "--";
	size_t n = 0;

	for (; n < n_word; n++)
		argv[n] = mem_string(word[n]);
	argv[n++] = end; /* a name may look like an option */
	for (size_t i = 0; i < s->n && n <= n_word + MOST; i++)
		if (decide_is_text(s, &s->file[i]) &&
		    decide_encoding(s, &s->file[i]) == encoding)
			argv[n++] = s->file[i].name;
	trial_run(t, s->exec, s->folder, argv);
	for (size_t i = 0; i < n_word; i++)
		free(argv[i]);
	free(argv);
}

/* Over all texts, up to where it stops. */
static void
try_reader(struct study *s, struct trial *t)
{
	const char *tried[ENCODINGS] = {s->encoding};
	size_t n = 1;

	try_encoding(s, t, s->encoding);
	for (size_t i = 0; i < s->n && t->status == RC_OK; i++) {
		const char *e = decide_encoding(s, &s->file[i]);
		size_t k = 0;

		while (k < n && tried[k] != e)
			k++;
		if (k < n || !decide_is_text(s, &s->file[i]))
			continue;
		tried[n++] = e;
		try_encoding(s, t, e);
	}
}

/* Are they debates?  Then each file has several speakers, and what it is cut
 * into is several times what it was. */
static void
choose_unit(struct study *s)
{
	struct trial cut = {0};

	try_reader(s, &s->trial);
	if (s->kind != LOOK_TEXT || s->trial.status != RC_OK)
		return;
	s->debate = true;
	try_reader(s, &cut);
	if (cut.status == RC_OK && cut.n_speech >= 2 * s->trial.n_speech) {
		trial_free(&s->trial);
		s->trial = cut;
		return;
	}
	s->debate = false;
	trial_free(&cut);
}

void
decide_open(struct study *s)
{
	read_folder(s, "", 0);
	if (s->n > 0)
		qsort(s->file, s->n, sizeof(*s->file), by_name);
	choose_kind(s);
	if (s->kind == LOOK_KINDS)
		return;
	choose_encoding(s);
	choose_pattern(s);
	choose_unit(s);
}

void
decide_close(struct study *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->file[i].name);
	free(s->file);
	buf_free(&s->pattern);
	trial_free(&s->trial);
}

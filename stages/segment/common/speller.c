#include "speller.h"

#include <errno.h>
#include <fcntl.h>
#include <hunspell/hunspell.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"

/* Longer words are in no dictionary, and hunspell takes long for them. */
enum {
	WORD = 100,
	BLOCK = 256 * 1024
};

static bool
is_file(const char *path)
{
	return access(path, R_OK) == 0;
}

/* DIR/NAME.aff and .dic; the path without its end is put into b. */
static bool
is_there(struct buf *b, const char *dir, size_t len, const char *name)
{
	bool both;

	b->len = 0;
	buf_mem(b, dir, len);
	buf_str(b, name);
	len = b->len;
	buf_str(b, ".aff");
	both = is_file(b->s);
	b->len = len;
	buf_str(b, ".dic");
	both = both && is_file(b->s);
	b->len = len;
	return both;
}

static bool
find_dictionary(struct buf *b)
{
	static const char usual[] =
	    "/usr/share/hunspell:/usr/share/myspell/dicts:"
	    "/usr/local/share/hunspell:/opt/homebrew/share/hunspell";
	const char *env = getenv("DICPATH");

	for (size_t k = 0; k < 2; k++) {
		const char *s = k == 0 ? env : usual;

		while (s != NULL && *s != '\0') {
			size_t len = strcspn(s, ":");

			for (size_t i = 0;
			     dictionary_files[i] != NULL && len > 0; i++)
				if (is_there(b, s, len, dictionary_files[i]))
					return true;
			s += len + (s[len] == ':');
		}
	}
	return false;
}

void
speller_open(struct speller *sp, const char *path)
{
	*sp = (struct speller){0};
	if (path == NULL ? !find_dictionary(&sp->path)
			 : !is_there(&sp->path, path, strlen(path) - 4, "")) {
		struct buf why = {0};

		buf_str(&why, path == NULL ? DICTIONARY_NAME : path);
		buf_str(&why,
		    " (its .aff and .dic: package " DICTIONARY_PACKAGE
		    ", or sudo sh pipeline/deps.sh; -d gives another)");
		errno = ENOENT;
		die_sys(why.s);
	}
	intern_open(&sp->lemmas);
}

/* Where hunspell finds no memory, C++ ends the program by abort(), which raises
 * the signal itself: nothing else is under way.  What it asked malloc() for it
 * uses unseen, or goes on without the word and tells nobody: but malloc() told
 * errno. */
static void
die_of_memory(int sig)
{
	int why = errno; /* NOLINT(bugprone-signal-handler) */

	if (sig == SIGSEGV && why != ENOMEM) {
		(void)signal(sig, SIG_DFL);
		return; /* and it comes again */
	}
	errno = ENOMEM;      /* NOLINT(bugprone-signal-handler) */
	die_sys("hunspell"); /* NOLINT(bugprone-signal-handler) */
}

static void
check_memory(void)
{
	if (errno == ENOMEM)
		die_sys("hunspell");
}

/* A file, a NUL behind it.  To the streams of C++, by which hunspell reads, an
 * error is the end of the file: so it is read whole first. */
static struct buf
read_through(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct buf b = {0};
	ssize_t n = fd == -1 ? -1 : 1;

	while (n > 0 || (n == -1 && fd != -1 && errno == EINTR)) {
		buf_room(&b, BLOCK);
		n = read(fd, b.s + b.len, BLOCK);
		b.len += n > 0 ? (size_t)n : 0;
	}
	if (n == -1 || close(fd) == -1)
		die_sys(path);
	buf_mem(&b, "", 0);
	return b;
}

/* The path of one of both files, until the next call. */
static const char *
file(struct speller *sp, const char *end)
{
	size_t len = sp->path.len;

	buf_str(&sp->path, end);
	sp->path.len = len;
	return sp->path.s;
}

static uint64_t
image_key(struct speller *sp)
{
	char *aff = mem_string(file(sp, ".aff"));
	uint64_t key = inflect_image_key(aff, file(sp, ".dic"));

	free(aff);
	return key;
}

static void
load_files(struct speller *sp)
{
	struct buf aff = read_through(file(sp, ".aff"));

	sp->loaded = true;
	sp->plain =
	    inflect_open(&sp->inflect, aff, read_through(file(sp, ".dic")));
}

/* Takes some milliseconds, which a stream without a word need not wait for. */
static void
load(struct speller *sp)
{
	struct buf aff = read_through(file(sp, ".aff"));

	sp->loaded = true;
	sp->plain = inflect_open_image(&sp->inflect, aff, image_key(sp));
	if (sp->plain)
		return;
	buf_free(&aff);
	load_files(sp);
}

void
speller_image_write(struct out *to)
{
	struct speller sp = {0};

	if (find_dictionary(&sp.path)) {
		load_files(&sp);
		if (sp.plain)
			inflect_image_write(&sp.inflect, image_key(&sp), to);
	}
	speller_close(&sp);
}

/* Takes a tenth of a second. */
static void
load_hunspell(struct speller *sp)
{
	char *aff = mem_string(file(sp, ".aff"));

	(void)signal(SIGABRT, die_of_memory);
	(void)signal(SIGSEGV, die_of_memory);
	errno = 0;
	sp->h = Hunspell_create(aff, file(sp, ".dic"));
	/* the packed file that it looks for where it could not open one */
	if (errno == ENOENT)
		errno = ENOMEM;
	check_memory();
	if (sp->h == NULL)
		die_sys(file(sp, ".dic"));
	if (strcmp(Hunspell_get_dic_encoding(sp->h), "UTF-8") != 0)
		die_data(aff, 0, "the dictionary is not in UTF-8");
	free(aff);
}

void
speller_close(struct speller *sp)
{
	if (sp->h != NULL)
		Hunspell_destroy(sp->h);
	if (sp->loaded)
		inflect_close(&sp->inflect);
	buf_free(&sp->lines);
	intern_free(&sp->lemmas);
	buf_free(&sp->path);
	buf_free(&sp->form);
	buf_free(&sp->lemma);
}

/* The word's rank in grammar's order; the participle of a common verb comes
 * before the noun that it made, but not in the plural or the feminine (les
 * élus, la prise).  Older verbs are the commoner ones, rare ones last. */
static int
rank_of(const struct dictionary_word *a, const char *form, size_t len)
{
	int r = reading_rank(a->pos, a->infinitive);

	if (a->noun && r == RANK_ADJECTIVE)
		r = RANK_NOUN;
	if (!a->verb)
		return r;
	if (a->infinitive)
		r = RANK_INFINITIVE;
	else if (a->present)
		r = RANK_OTHER_PARTICIPLE;
	else if (!a->participle)
		r = RANK_VERB;
	else
		r = a->singular && !a->rare && dictionary_past(form, len)
		    ? RANK_PARTICIPLE
		    : RANK_OTHER_PARTICIPLE;
	return r + a->age + (a->rare && a->age > 0 ? 4 : 0);
}

static unsigned
may_be(const struct dictionary_word *a, const char *form)
{
	unsigned may = reading_may(a->pos, form, a->infinitive);

	if (a->verb && a->participle)
		may = MAY_PAST;
	else if (a->verb && a->present)
		may = MAY_PRESENT;
	else if (a->verb && !a->infinitive)
		may = a->rare ? MAY_RARE : MAY_FINITE;
	return a->noun ? may | MAY_NOUN : may;
}

/* The stem, with what stands before it in the form where the dictionary takes
 * kilomètre for a kind of mètre. */
static void
make_lemma(struct speller *sp, const struct dictionary_word *a)
{
	const char *form = sp->form.s;
	const char *p;
	size_t n_form;
	size_t n;
	int32_t c = utf_lower(utf_get(form, form + sp->form.len, &n_form));

	sp->lemma.len = 0;
	if (utf_lower(utf_get(a->stem, a->stem + a->len, &n)) != c &&
	    (p = memmem(form, sp->form.len, a->stem, a->len)) != NULL)
		buf_mem(&sp->lemma, form, (size_t)(p - form));
	reading_straight(&sp->lemma, a->stem, a->len);
}

/* What hunspell has a form for, into lines. */
static void
ask_hunspell(struct speller *sp)
{
	char **list;
	int n;

	if (sp->h == NULL)
		load_hunspell(sp);
	errno = 0;
	n = Hunspell_analyze(sp->h, &list, sp->form.s);
	check_memory();
	for (int i = 0; i < n; i++) {
		buf_str(&sp->lines, list[i]);
		buf_mem(&sp->lines, "\n", 1);
	}
	Hunspell_free_list(sp->h, &list, n);
}

static void
add_reading(struct speller *sp, const char *line, struct readings *rs)
{
	struct dictionary_word a = dictionary_read(line);
	const char *form = sp->form.s;
	uint32_t id;
	size_t len;

	if (a.stem == NULL)
		return;
	make_lemma(sp, &a);
	id = intern_add(&sp->lemmas, sp->lemma.s, sp->lemma.len);
	readings_add(rs,
	    (struct reading){.lemma = intern_s(&sp->lemmas, id, &len),
		.pos = a.pos,
		.rank = rank_of(&a, form, sp->form.len),
		.may = may_be(&a, form)});
}

void
speller_find(
    struct speller *sp, const char *form, size_t len, struct readings *rs)
{
	if (len == 0 || len > WORD)
		return;
	if (!sp->loaded)
		load(sp);
	sp->form.len = 0;
	buf_mem(&sp->form, form, len);
	sp->lines.len = 0;
	buf_mem(&sp->lines, "", 0);
	if (!sp->plain || !inflect_find(&sp->inflect, &sp->lines, form, len)) {
		sp->lines.len = 0;
		ask_hunspell(sp);
	}
	for (char *s = sp->lines.s, *end = s + sp->lines.len; s < end;) {
		char *lf = memchr(s, '\n', (size_t)(end - s));

		*lf = '\0';
		add_reading(sp, s, rs);
		s = lf + 1;
	}
}

/* balance - do counts add up to what the speeches hold? (balance.1) */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"

static const struct opt_page page = {
    "balance [-hpqVvw] -d speeches [table|stream ...]",
    "do counts add up to what the speeches hold?", "d:pw"};

struct job {
	struct out out;
	uint64_t words; /* of the table of speeches */
	uint64_t tokens;
	bool other;        /* -w: n-grams of parts are of another column */
	bool some;         /* -p: their rows are of some words alone */
	bool any_other;    /* and one was there */
	uint64_t in_rows;  /* of the first, with -p */
	uint64_t counted;  /* of which the first has so many words */
	uint64_t streamed; /* tokens of the streams */
	uint64_t n_stream;
	uint64_t n_bad;
};

static bool
ends_in(const char *path, const char *suffix)
{
	size_t n = strlen(path);
	size_t k = strlen(suffix);

	return n > k && strcmp(path + n - k, suffix) == 0;
}

/* One row: what is compared, where it was found, and the two numbers. */
static void
put_check(struct job *j, const char *check, const char *file, uint64_t want,
    uint64_t got)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash != NULL ? slash + 1 : file;

	out_str(&j->out, check);
	out_ch(&j->out, '\t');
	/* packed or not, it is the same table */
	tsv_put(&j->out, name, strlen(name) - (ends_in(name, ".zst") ? 4 : 0));
	out_tab_u64(&j->out, want);
	out_tab_u64(&j->out, got);
	out_ch(&j->out, '\n');
	if (want == got)
		return;
	note("%s: %s: %" PRIu64 " are expected, and there are %" PRIu64, name,
	    check, want, got);
	j->n_bad++;
}

/* A row of each speech or part, as stats(1) writes them. */
static void
add_units(struct tsv *t, uint64_t *words, uint64_t *tokens)
{
	size_t w = tsv_column(t, "words");
	size_t k = tsv_column(t, "tokens");

	*words = *tokens = 0;
	while (tsv_next(t)) {
		*words += tsv_u64(t, w);
		*tokens += tsv_u64(t, k);
	}
}

static void
check_units(struct job *j, struct tsv *t, const char *path)
{
	uint64_t words;
	uint64_t tokens;

	add_units(t, &words, &tokens);
	put_check(j, "words", path, j->words, words);
	put_check(j, "tokens", path, j->tokens, tokens);
}

/* A table of counts: its rows without a key are totals; those of single words
 * of each part add up to the total of the part. */
static void
check_counts(struct job *j, struct tsv *t, const char *path)
{
	size_t freq = tsv_column(t, "freq");
	size_t key = freq - 1;
	int n = tsv_has(t, "n");
	uint64_t total = 0;
	uint64_t rows = 0;

	if (freq == 0)
		die_data(t->in.name, 1, "no column before freq: no counts");
	while (tsv_next(t)) {
		if (n >= 0 && strcmp(t->cell[n], "1") != 0)
			continue;
		if (t->size[key] == 0)
			total += tsv_u64(t, freq);
		else
			rows += tsv_u64(t, freq);
	}
	if (n < 0 || tsv_has(t, "part") < 0) {
		put_check(j, "words", path, j->words, total);
		return;
	}
	if (!j->any_other) {
		j->counted = j->other ? total : j->words;
		j->in_rows = rows;
	}
	j->any_other = true;
	put_check(j, "words", path, j->counted, total);
	put_check(j, "rows", path, j->some ? j->in_rows : total, rows);
}

/* Tokens are the lines that are no tags. */
static void
add_stream(struct job *j, const char *path)
{
	struct in in;
	char *s;
	size_t len;

	in_open(&in, path, NULL);
	while (in_line(&in, &s, &len))
		j->streamed += len > 0 && *s != '<';
	in_close(&in);
	j->n_stream++;
}

static void
check_file(struct job *j, const char *path)
{
	struct tsv t;

	if (ends_in(path, ".vrt") || ends_in(path, ".vrt.zst")) {
		add_stream(j, path);
		return;
	}
	tsv_open(&t, path);
	if (tsv_has(&t, "tokens") >= 0)
		check_units(j, &t, path);
	else
		check_counts(j, &t, path);
	tsv_close(&t);
}

int
main(int argc, char **argv)
{
	struct job j = {0};
	const char *speeches = NULL;
	struct tsv t;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'd':
			speeches = optarg;
			break;
		case 'p':
			j.some = true;
			break;
		case 'w':
			j.other = true;
			break;
		}
	if (speeches == NULL)
		opt_refuse(&page, "option -d is needed");
	tsv_open(&t, speeches);
	add_units(&t, &j.words, &j.tokens);
	tsv_close(&t);
	out_stdout(&j.out);
	out_str(&j.out, "check\tfile\texpected\tfound\n");
	if (argc == optind)
		check_file(&j, "-");
	for (int i = optind; i < argc; i++)
		check_file(&j, argv[i]);
	if (j.n_stream > 0)
		put_check(&j, "tokens", "streams", j.tokens, j.streamed);
	if (j.n_bad > 0)
		die_data(speeches, 0,
		    "%" PRIu64 " of these counts do not add up", j.n_bad);
	out_close(&j.out);
	return RC_OK;
}

/* run - one run of a program within this process, as libFuzzer asks for it:
 * main() is called with the words and files of the input, what it changed is
 * put back, and what holds for every program whatever it reads is looked at.
 *
 * Environment: FUZZ_PROGRAM, its name; FUZZ_DATA, the folder of data that it
 * may read; FUZZ_FINDINGS, where inputs that take too long are kept;
 * FUZZ_BYTES, set where standard output is no text. */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "calls.h"
#include "files.h"
#include "input.h"
#include "memory.h"
#include "mutate.h"
#include "process.h"

enum {
	TICK = 500000,   /* microseconds of the processor */
	MOST_TICKS = 6,  /* to begin with, a part of one */
	TWICE = 64,      /* one run of so many is done twice */
	KEPT = 3,        /* one run of so many that ended well is kept */
	MOST_SAVED = 20, /* inputs of a kind */
	/* how a run ended, beside the statuses of exit() */
	SLOW = 300,
	FLOOD,
	N_ENDS = 400
};

/* The program's main() is called so by fuzz.sh. */
int program_main(int argc, char **argv);
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern uint64_t fuzz_state_start[];
extern uint64_t fuzz_state_end[];

static char *program;
static const char *findings;
static bool bytes_out;
static uint64_t *state; /* as it was before the first run */
static volatile sig_atomic_t running;
static volatile sig_atomic_t ticks;
static struct given given; /* of this run */
static uint64_t n_ends[N_ENDS];
static uint64_t n_runs;
static uint64_t n_refused;

/* ---- time ---- */

static void
tick(int sig)
{
	(void)sig;
	if (!running || ++ticks < MOST_TICKS)
		return;
	running = 0;
	longjmp(process_end, 1 + SLOW);
}

static void
flood(void)
{
	longjmp(process_end, 1 + FLOOD);
}

static void
start_clock(void)
{
	struct sigaction act = {.sa_handler = tick, .sa_flags = SA_NODEFER};
	struct itimerval every = {
	    .it_interval = {0, TICK}, .it_value = {0, TICK}};

	if (sigaction(SIGVTALRM, &act, NULL) == -1 ||
	    setitimer(ITIMER_VIRTUAL, &every, NULL) == -1)
		abort();
}

/* ---- a run ---- */

static int
call_main(const struct given *g)
{
	char *argv[MOST_WORDS + 2];
	int argc = (int)g->n_words + 1;
	int rc;

	argv[0] = program;
	for (size_t i = 0; i < g->n_words; i++)
		argv[i + 1] = g->word[i].s;
	argv[argc] = NULL;
	ticks = 0;
	if ((rc = setjmp(process_end)) != 0)
		return rc - 1;
	running = 1;
	optind = 0; /* getopt begins anew */
	fuzz_exit(program_main(argc, argv));
}

/* getopt puts the words in order: each run has its own. */
static int
run_once(const uint8_t *data, size_t size, int fill)
{
	int rc;

	given_read(&given, data, size);
	files_start(&given);
	memory_start(fill);
	rc = call_main(&given);
	running = 0;
	process_finish();
	return rc;
}

/* Not by memcpy(), which AddressSanitizer would have look at every byte. */
static void
put_state(uint64_t *to, const uint64_t *from, const uint64_t *end)
{
	for (; to < end; to++, from++)
		if (*to != *from)
			*to = *from;
}

static void
clean_up(void)
{
	memory_end();
	put_state(fuzz_state_start, state, fuzz_state_end);
	files_end();
	given_free(&given);
}

/* ---- what always holds ---- */

static void
fail(const char *what, const char *more)
{
	const struct bytes *err = files_output(2);

	fprintf(stderr, "fuzz: %s: %s: %s\n", program, what, more);
	if (err->len > 0)
		fprintf(stderr, "fuzz: it said: %.*s\n", (int)err->len, err->s);
	abort();
}

/* Bytes of the letter at s, 0 if it is none in UTF-8. */
static size_t
letter(const unsigned char *s, size_t left)
{
	unsigned c = s[0];
	size_t n;

	if (c < 0x80)
		return 1;
	if (c < 0xC2 || c > 0xF4)
		return 0;
	n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	if (n > left)
		return 0;
	for (size_t k = 1; k < n; k++)
		if ((s[k] & 0xC0) != 0x80)
			return 0;
	/* longer than need be, half of a pair, beyond the last */
	if ((c == 0xE0 && s[1] < 0xA0) || (c == 0xED && s[1] > 0x9F) ||
	    (c == 0xF0 && s[1] < 0x90) || (c == 0xF4 && s[1] > 0x8F))
		return 0;
	return n;
}

static bool
is_utf8(const struct bytes *b)
{
	size_t n;

	for (size_t i = 0; i < b->len; i += n)
		if ((n = letter((const unsigned char *)b->s + i, b->len - i)) ==
		    0)
			return false;
	return true;
}

static void
check_messages(int rc)
{
	const struct bytes *err = files_output(2);
	size_t len = strlen(program);

	/* what check and why find stands on standard output */
	if (rc != 0 && err->len == 0 && (rc != 1 || files_output(1)->len == 0))
		fail("it ends with a status and says nothing", "");
	if (err->len == 0)
		return;
	if (!is_utf8(err))
		fail("a message that is not UTF-8", "");
	if (err->s[err->len - 1] != '\n')
		fail("a message without its end", "");
	for (const char *s = err->s; *s != '\0'; s = strchr(s, '\n') + 1) {
		size_t n = strcspn(s, "\n");

		if (strncmp(s, program, len) != 0 ||
		    strncmp(s + len, ": ", 2) != 0)
			fail("a message that does not begin with the name", "");
		for (size_t i = 0; i < n; i++)
			if ((unsigned char)s[i] < ' ' || s[i] == 0x7F)
				fail("a control character in a message", "");
	}
	if (memchr(err->s, '\0', err->len) != NULL)
		fail("a NUL in a message", "");
}

static void
check_run(int rc)
{
	const struct bytes *out = files_output(1);
	const char *left = files_left();

	if (rc != 0 && rc != 1 && rc != 2 && rc != 3)
		fail("an exit status that is none", "");
	check_messages(rc);
	if (left != NULL)
		fail("a file is left", left);
	if (rc != 0 || bytes_out)
		return;
	if (!is_utf8(out))
		fail("standard output is not UTF-8", "");
	if (out->len > 0 && memchr(out->s, '\0', out->len) != NULL)
		fail("a NUL on standard output", "");
	if (out->len > 0 && out->s[out->len - 1] != '\n')
		fail("the last line of standard output has no end", "");
}

/* ---- inputs that are kept ---- */

static void
save(const char *kind, const uint8_t *data, size_t size)
{
	uint64_t h = 1469598103934665603u;
	char path[4096];
	FILE *f;

	if (n_ends[SLOW] + n_ends[FLOOD] + n_refused > MOST_SAVED ||
	    findings == NULL)
		return;
	for (size_t i = 0; i < size; i++)
		h = (h ^ data[i]) * 1099511628211u;
	(void)snprintf(
	    path, sizeof(path), "%s/%s-%016" PRIx64, findings, kind, h);
	if ((f = fopen(path, "w")) == NULL)
		return;
	(void)fwrite(data, 1, size, f);
	(void)fclose(f);
	fprintf(stderr, "fuzz: %s: %s\n", kind, path);
}

static void
note_end(int rc, const uint8_t *data, size_t size)
{
	n_ends[rc >= 0 && rc < N_ENDS ? rc : N_ENDS - 1]++;
	if (memory_refused())
		n_refused++;
	if (rc == SLOW)
		save("slow", data, size);
	else if (rc == FLOOD)
		save("flood", data, size);
	else if (memory_refused())
		save("memory", data, size);
}

/* What it gave, to be compared with another run. */
struct result {
	int rc;
	struct bytes out;
	struct bytes err;
};

static void
keep_result(struct result *r, int rc)
{
	r->rc = rc;
	bytes_set(&r->out, files_output(1)->s, files_output(1)->len);
	bytes_set(&r->err, files_output(2)->s, files_output(2)->len);
}

static void
compare_result(const struct result *r, int rc)
{
	const struct bytes *out = files_output(1);
	const struct bytes *err = files_output(2);

	if (r->rc != rc)
		fail("two runs, two statuses", "");
	if (r->out.len != out->len || r->err.len != err->len ||
	    (out->len > 0 && memcmp(r->out.s, out->s, out->len) != 0) ||
	    (err->len > 0 && memcmp(r->err.s, err->s, err->len) != 0))
		fail("two runs of the same input differ", "");
}

/* ---- for libFuzzer ---- */

static void
report(void)
{
	fprintf(stderr,
	    "fuzz: runs %" PRIu64 ", status 0 %" PRIu64 ", 1 %" PRIu64
	    ", 2 %" PRIu64 ", 3 %" PRIu64 "; slow %" PRIu64 ", endless %" PRIu64
	    ", memory refused %" PRIu64 "\n",
	    n_runs, n_ends[0], n_ends[1], n_ends[2], n_ends[3], n_ends[SLOW],
	    n_ends[FLOOD], n_refused);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	/* the linker's names (fuzz.ld) */
	size_t n = ((uintptr_t)fuzz_state_end - (uintptr_t)fuzz_state_start) /
	    sizeof(*state);
	const char *data = getenv("FUZZ_DATA");

	(void)argc;
	(void)argv;
	program = getenv("FUZZ_PROGRAM");
	findings = getenv("FUZZ_FINDINGS");
	bytes_out = getenv("FUZZ_BYTES") != NULL;
	if (program == NULL || data == NULL) {
		fprintf(stderr, "fuzz: FUZZ_PROGRAM, FUZZ_DATA: run.c\n");
		exit(2);
	}
	(void)setenv("TRIBUNE_DATA", data, 1);
	(void)setenv("TMPDIR", "/tmp", 1);
	files_init(program, data);
	files_flood = flood;
	state = malloc(n * sizeof(*state));
	for (size_t i = 0; i < n; i++)
		state[i] = ((volatile uint64_t *)fuzz_state_start)[i];
	start_clock();
	(void)atexit(report);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct result first;
	bool twice = n_runs++ % TWICE == 0;
	int rc = run_once(data, size, twice ? 0x5A : -1);

	note_end(rc, data, size);
	if (rc < SLOW)
		check_run(rc);
	if (rc == 0 && n_runs % KEPT == 0)
		mutate_keep(data, size);
	if (twice && rc < SLOW && !memory_refused()) {
		keep_result(&first, rc);
		clean_up();
		rc = run_once(data, size, 0xA5);
		if (rc != SLOW)
			compare_result(&first, rc);
	}
	clean_up();
	return 0;
}

#include "in.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "err.h"
#include "mem.h"
#include "recode.h"
#include "utf8.h"

enum {
	BLOCK = 256 * 1024,
	LOOK = 64 * 1024 /* bytes that tell how lines end */
};

/* Frames of zstd on their way to bytes. */
struct packed {
	ZSTD_DCtx *d;
	ZSTD_inBuffer got;
	bool whole; /* the last frame has its end */
	bool full;  /* there was no room for all that `got` gave */
	char raw[BLOCK];
};

/* Bytes of another encoding on their way to UTF-8. */
struct recode {
	iconv_t cd;
	struct recode_look look;
	char raw[BLOCK];
	size_t n_raw;
};

void
in_open(struct in *in, const char *path, const char *encoding)
{
	size_t room = 0;

	*in = (struct in){.fd = STDIN_FILENO, .name = "<stdin>"};
	in->option = encoding != NULL;
	if (path != NULL && strcmp(path, "-") != 0) {
		in->name = path;
		if ((in->fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
			die_sys(path);
	}
#ifdef F_SETPIPE_SZ
	(void)fcntl(in->fd, F_SETPIPE_SZ, 1 << 20); /* only speed: may fail */
#endif
	in->cap = BLOCK;
	/* not cleared: a short file then costs a page or two of memory */
	in->buf = mem_grow(NULL, &room, in->cap + IN_SLACK, 1);
	if (encoding != NULL && *encoding != '\0') {
		in->rec = mem_new(1, sizeof(*in->rec));
		in->rec->cd = recode_open(encoding);
		if (in->rec->cd == (iconv_t)-1)
			die_usage("option -e: iconv knows no encoding '%s'",
			    encoding);
		recode_look_open(&in->rec->look, in->rec->cd);
	}
	if (!in_fill(in))
		die_data(in->name, 0, "empty input");
}

static size_t
read_some(struct in *in, char *to, size_t room)
{
	ssize_t n;

	do
		n = read(in->fd, to, room);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_sys(in->name);
	return (size_t)n;
}

/* The first bytes of the input; those of a frame are kept in in->zst. */
static size_t
read_first(struct in *in, char *to, size_t room)
{
	static const char magic[] = {'\x28', '\xB5', '\x2F', '\xFD'};
	size_t n = 0;
	size_t more = 1;

	while (n < sizeof(magic) && more > 0) {
		more = read_some(in, to + n, room - n);
		n += more;
	}
	in->begun = true;
	recode_refuse(in->name, to, n);
	if (n < sizeof(magic) || memcmp(to, magic, sizeof(magic)) != 0)
		return n;
	in->zst = mem_new(1, sizeof(*in->zst));
	if ((in->zst->d = ZSTD_createDCtx()) == NULL)
		die_sys("zstd");
	memcpy(in->zst->raw, to, n);
	in->zst->got = (ZSTD_inBuffer){in->zst->raw, n, 0};
	return 0;
}

static size_t
unpack_some(struct in *in, char *to, size_t room)
{
	struct packed *z = in->zst;
	ZSTD_outBuffer out = {to, room, 0};

	while (out.pos == 0) {
		size_t rc;

		if (z->got.pos == z->got.size && !z->full) {
			z->got.pos = 0;
			z->got.size = read_some(in, z->raw, BLOCK);
			if (z->got.size == 0 && !z->whole)
				die_data(
				    in->name, 0, "what zstd packed is cut off");
			if (z->got.size == 0)
				break;
		}
		rc = ZSTD_decompressStream(z->d, &out, &z->got);
		if (ZSTD_getErrorCode(rc) == ZSTD_error_memory_allocation) {
			errno = ENOMEM;
			die_sys("zstd");
		}
		if (ZSTD_isError(rc))
			die_data(in->name, 0, "zstd cannot unpack it: %s",
			    ZSTD_getErrorName(rc));
		z->whole = rc == 0;
		z->full = rc != 0 && out.pos == out.size;
	}
	return out.pos;
}

/* The next bytes, packed or not; 0 at the end. */
static size_t
take_some(struct in *in, char *to, size_t room)
{
	if (!in->begun) {
		size_t n = read_first(in, to, room < BLOCK ? room : BLOCK);

		if (in->zst == NULL)
			return n;
	}
	return in->zst != NULL ? unpack_some(in, to, room)
			       : read_some(in, to, room);
}

/* Reads and converts; 0 at the end of the input, and only there: a byte order
 * mark or the change to another alphabet is no letter.  At the end comes what
 * the converter held back for a mark that could follow. */
static size_t
recode_some(struct in *in, char *to, size_t room)
{
	struct recode *r = in->rec;
	char *dst = to;
	size_t left = room;

	for (;;) {
		char *src = r->raw;
		size_t got = take_some(in, r->raw + r->n_raw, BLOCK - r->n_raw);
		bool end = (r->n_raw += got) == 0;
		size_t rc;

		recode_look(&r->look, r->raw + r->n_raw - got, got);
		if (end && recode_was_utf8(&r->look))
			die_data(in->name, 0,
			    "UTF-8 already: read it without option -e");
		rc = iconv(r->cd, end ? NULL : &src, &r->n_raw, &dst, &left);
		if (rc == (size_t)-1 &&
		    (errno == EILSEQ || (errno == EINVAL && got == 0)))
			die_data(in->name, 0,
			    "byte 0x%02X is not of the encoding given with -e",
			    (unsigned char)*src);
		memmove(r->raw, src, r->n_raw);
		if (end || dst > to)
			return (size_t)(dst - to);
	}
}

/* The encoding that bytes which are not UTF-8 are likely of: where most of the
 * language's letters are found. */
const char *
in_guess(const char *s, size_t len)
{
	const struct in_encoding *best = in_encodings;
	size_t most = 0;

	if (len > 1 &&
	    (memcmp(s, "\xFF\xFE", 2) == 0 || memcmp(s, "\xFE\xFF", 2) == 0))
		return "UTF-16";
	for (const struct in_encoding *e = best; e->name != NULL; e++) {
		size_t n = 0;

		for (size_t i = 0; i < len; i++)
			n += (unsigned char)s[i] >= 0x80 &&
			    strchr(e->letters, s[i]) != NULL;
		if (n > most) {
			best = e;
			most = n;
		}
	}
	return best->name;
}

static const char *
guess(const struct in *in)
{
	return in_guess(in->buf + in->pos, in->fill - in->pos);
}

static void
bad_byte(struct in *in, size_t at)
{
	uint64_t line = in->line + 1;
	size_t start = in->pos;
	const char *nul = memchr(in->buf + at, '\0', in->fill - at);

	/* of no encoding of single bytes */
	if (nul != NULL && strcmp(guess(in), "UTF-16") != 0)
		at = (size_t)(nul - in->buf);
	for (size_t i = in->pos; i < at; i++)
		if (in->buf[i] == '\n') {
			line++;
			start = i + 1;
		}
	if (in->buf[at] == '\0')
		die_data(in->name, line, "byte %zu: NUL byte: not a text%s",
		    at - start + 1,
		    err_said(in->pos > 0 || in->line > 0 || at >= 4 ? ""
			    : in->option
			    ? " (UTF-16? then -e UTF-16)"
			    : " (UTF-16? convert it first: iconv -f "
			      "UTF-16 -t UTF-8)"));
	if (in->option)
		die_data(in->name, line,
		    "byte %zu (0x%02X): not UTF-8, likely %s: give option -e "
		    "%s",
		    at - start + 1, (unsigned char)in->buf[at], guess(in),
		    guess(in));
	die_data(in->name, line,
	    "byte %zu (0x%02X): not UTF-8; convert it first (iconv -f %s -t "
	    "UTF-8)",
	    at - start + 1, (unsigned char)in->buf[at], guess(in));
}

/* Makes room for more: the unread part moves to the front. */
static void
make_room(struct in *in)
{
	size_t keep = in->fill - in->pos;

	if (in->pos > 0) {
		memmove(in->buf, in->buf + in->pos, keep);
		in->pos = 0;
		in->end = 0;
		in->fill = keep;
	}
	if (keep > IN_LINE_MAX)
		die_data(in->name, in->line + 1, "line longer than %zu bytes",
		    IN_LINE_MAX);
	if (in->cap - in->fill < BLOCK / 4) {
		size_t cap = in->cap + IN_SLACK;

		in->buf = mem_grow(in->buf, &cap, cap + 1, 1);
		in->cap = cap - IN_SLACK;
	}
}

/* The line under way is over its bound. */
static void
check_bound(struct in *in, size_t from)
{
	if (from - in->pos > IN_LINE_MAX)
		die_data(in->name, in->line + 1, "line longer than %zu bytes",
		    IN_LINE_MAX);
}

/* CR alone becomes LF. */
static void
end_lines(struct in *in, size_t from)
{
	char *end = in->buf + in->fill;
	char *cr = in->buf + from;

	while ((cr = memchr(cr, '\r', (size_t)(end - cr))) != NULL) {
		if (cr + 1 == end || cr[1] != '\n') {
			*cr = '\n';
			in->n_cr++;
		}
		cr++;
	}
}

/* How lines end is told by the first LOOK bytes, or all there are: with CR
 * alone, as before Mac OS X, if those have one and no LF. */
static void
settle_ends(struct in *in, bool eof)
{
	size_t n = in->fill < LOOK ? in->fill : LOOK;

	if (memchr(in->buf, '\n', n) != NULL)
		in->settled = true;
	else if (eof || in->fill > LOOK) {
		in->settled = true;
		/* the last may be half of a CRLF */
		in->by_cr = memchr(in->buf, '\r', eof ? n : n - 1) != NULL;
	}
}

/* `got` bytes came behind `from`: their line ends are LF now.  Where it is only
 * now told that CR ends lines, all bytes read have come anew. */
static void
find_ends(struct in *in, size_t *from, size_t *got)
{
	if (!in->settled) {
		settle_ends(in, *got == 0);
		if (in->by_cr) {
			*got += *from;
			*from = 0;
		}
	}
	if (in->by_cr)
		end_lines(in, *from);
}

bool
in_fill(struct in *in)
{
	char *nl = NULL;
	size_t bad;

	while (nl == NULL) {
		size_t from;
		size_t room;
		size_t got = 0;

		make_room(in);
		from = in->fill;
		/* so only the first line that ends in it can be too long */
		room = in->cap - from;
		if (room > IN_LINE_MAX)
			room = IN_LINE_MAX;
		if (!in->eof)
			got = in->rec == NULL
			    ? take_some(in, in->buf + from, room)
			    : recode_some(in, in->buf + from, room);
		in->fill += got;
		find_ends(in, &from, &got);
		if (got == 0) {
			in->eof = true;
			if (in->pos == in->fill)
				return false;
			in->cut = true;
			in->buf[in->fill++] = '\n'; /* slack holds it */
			got = 1;
		}
		nl = memrchr(in->buf + from, '\n', got);
		if (nl == NULL)
			check_bound(in, in->fill);
		else
			check_bound(in,
			    (size_t)((char *)memchr(in->buf + from, '\n', got) -
				in->buf));
	}
	in->end = (size_t)(nl - in->buf) + 1;
	if (in->line == 0 && in->end - in->pos >= 3 &&
	    memcmp(in->buf + in->pos, "\xEF\xBB\xBF", 3) == 0) {
		in->pos += 3;
		in->bom = true;
	}
	bad = utf8_check(in->buf + in->pos, in->end - in->pos);
	if (bad < in->end - in->pos)
		bad_byte(in, in->pos + bad);
	return true;
}

void
in_close(struct in *in)
{
	note_more("%s: lines read: %ju", in->name, (uintmax_t)in->line);
	if (in->fd != STDIN_FILENO && close(in->fd) == -1)
		die_sys(in->name);
	if (in->rec != NULL)
		(void)iconv_close(in->rec->cd);
	free(in->rec);
	if (in->zst != NULL)
		(void)ZSTD_freeDCtx(in->zst->d);
	free(in->zst);
	free(in->buf);
	in->rec = NULL;
	in->zst = NULL;
	in->buf = NULL;
}

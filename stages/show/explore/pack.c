#include "pack.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <zlib.h>

#include "lib/base/err.h"

enum {
	LINE = 96 /* bytes that make a line of 128 letters */
};

static void
put_base64(struct buf *to, const uint8_t *s, size_t len)
{
	buf_room(to, BASE64_ENCODE_RAW_LENGTH(len));
	base64_encode_raw(to->s + to->len, len, s);
	to->len += BASE64_ENCODE_RAW_LENGTH(len);
}

bool
pack_within(
    struct buf *to, const struct buf *from, enum pack_level level, size_t most)
{
	uLongf len = compressBound(from->len);
	uint8_t *s;
	int rc;

	if (len > most / 4 * 3 + 3)
		len = most / 4 * 3 + 3;
	s = mem_new(len, 1);
	rc = compress2(s, &len, from->len > 0 ? (const Bytef *)from->s : s,
	    from->len, (int)level);
	if (rc != Z_OK && rc != Z_BUF_ERROR)
		die_sys("zlib");
	for (size_t i = 0; rc == Z_OK && i < len; i += LINE) {
		put_base64(to, s + i, len - i < LINE ? len - i : LINE);
		buf_mem(to, "\n", 1);
	}
	free(s);
	return rc == Z_OK;
}

void
pack_bytes(struct buf *to, const struct buf *from)
{
	(void)pack_within(to, from, PACK_TEXT, SIZE_MAX);
}

void
pack_sum(struct buf *to, const struct buf *from)
{
	struct sha256_ctx sum;
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_init(&sum);
	sha256_update(&sum, from->len, (const uint8_t *)from->s);
	sha256_digest(&sum, sizeof(digest), digest);
	put_base64(to, digest, sizeof(digest));
}

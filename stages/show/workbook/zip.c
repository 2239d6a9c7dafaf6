#include "zip.h"

#include <string.h>

#include "lib/base/err.h"

enum {
	PIECE = 64 * 1024, /* room for packed bytes, at least */
	VERSION = 20,      /* of the format: deflate */
	DEFLATED = 8,
	FIRST_DAY = 0x21 /* 1 January 1980, as DOS has it */
};

static void
put_2(struct buf *b, uint32_t v)
{
	const char s[] = {(char)(v & 0xFF), (char)(v >> 8 & 0xFF)};

	buf_mem(b, s, sizeof(s));
}

static void
put_4(struct buf *b, uint64_t v)
{
	put_2(b, (uint32_t)v & 0xFFFF);
	put_2(b, (uint32_t)(v >> 16) & 0xFFFF);
}

static void
send(struct zip *z, const struct buf *b)
{
	out_mem(z->to, b->s, b->len);
	z->at += b->len;
}

void
zip_open(struct zip *z, struct out *to)
{
	*z = (struct zip){.to = to};
	out_memory(&z->text);
	if (deflateInit2(&z->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS,
		8, Z_DEFAULT_STRATEGY) != Z_OK)
		die_sys("zlib");
}

void
zip_begin(struct zip *z, const char *name, const char *file)
{
	z->name = name;
	z->file = file;
	z->size = 0;
	z->crc = (uint32_t)crc32(0, NULL, 0);
	z->packed.len = 0;
	(void)deflateReset(&z->z);
}

static void
pack(struct zip *z, const char *s, size_t len, int flush)
{
	z->z.next_in = (const Bytef *)s;
	z->z.avail_in = (uInt)len;
	do {
		buf_room(&z->packed, PIECE);
		z->z.next_out = (Bytef *)z->packed.s + z->packed.len;
		z->z.avail_out = PIECE;
		(void)deflate(&z->z, flush);
		z->packed.len += PIECE - z->z.avail_out;
	} while (z->z.avail_out == 0);
	z->crc = (uint32_t)crc32(z->crc, (const Bytef *)s, (uInt)len);
	z->size += len;
	if (z->size > UINT32_MAX || z->packed.len > UINT32_MAX)
		die_data(z->file, 0, "more than 4 GiB as a sheet");
}

void
zip_take(struct zip *z)
{
	for (size_t from = 0; from < z->text.b.len;) {
		size_t len = z->text.b.len - from;

		len = len < UINT32_MAX / 2 ? len : UINT32_MAX / 2;
		pack(z, z->text.b.s + from, len, Z_NO_FLUSH);
		from += len;
	}
	z->text.b.len = 0;
}

/* What the header of a member and its line in the directory have in common. */
static void
put_facts(const struct zip *z, struct buf *b)
{
	put_2(b, VERSION);
	put_2(b, 0); /* flags */
	put_2(b, DEFLATED);
	put_2(b, 0); /* time */
	put_2(b, FIRST_DAY);
	put_4(b, z->crc);
	put_4(b, z->packed.len);
	put_4(b, z->size);
	put_2(b, (uint32_t)strlen(z->name));
	put_2(b, 0); /* no further fields */
}

void
zip_end(struct zip *z)
{
	struct buf head = {0};

	zip_take(z);
	pack(z, "", 0, Z_FINISH);
	if (z->at > UINT32_MAX - z->packed.len || z->n == UINT16_MAX)
		die_data(z->file, 0, "the workbook is more than 4 GiB");
	buf_mem(&z->list, "PK\1\2", 4);
	put_2(&z->list, VERSION);
	put_facts(z, &z->list);
	put_2(&z->list, 0); /* no comment */
	put_2(&z->list, 0); /* the one disk */
	put_2(&z->list, 0); /* attributes */
	put_4(&z->list, 0);
	put_4(&z->list, z->at);
	buf_str(&z->list, z->name);
	z->n++;
	buf_mem(&head, "PK\3\4", 4);
	put_facts(z, &head);
	buf_str(&head, z->name);
	send(z, &head);
	send(z, &z->packed);
	buf_free(&head);
}

void
zip_close(struct zip *z)
{
	struct buf tail = {0};

	buf_mem(&tail, "PK\5\6", 4);
	put_4(&tail, 0); /* the one disk */
	put_2(&tail, z->n);
	put_2(&tail, z->n);
	put_4(&tail, z->list.len);
	put_4(&tail, z->at);
	put_2(&tail, 0); /* no comment */
	send(z, &z->list);
	send(z, &tail);
	(void)deflateEnd(&z->z);
	buf_free(&tail);
	buf_free(&z->list);
	buf_free(&z->packed);
	buf_free(&z->text.b);
}

/* zip - an archive, a member after another; deflate, the date always 1980. */
#ifndef ZIP_H
#define ZIP_H

#include <stdint.h>
#define ZLIB_CONST /* it only reads what it packs */
#include <zlib.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"

struct zip {
	struct out *to;
	struct out text; /* what the member gets; taken by zip_take() */
	z_stream z;
	struct buf packed; /* the member so far, behind its header */
	uint64_t size;     /* of it as it is */
	uint32_t crc;
	const char *name; /* of the member */
	const char *file; /* what it is made of, for messages */
	uint64_t at;      /* bytes written to the archive */
	struct buf list;  /* the directory at the end */
	uint32_t n;       /* members */
};

void zip_open(struct zip *z, struct out *to);
/* A member begins; its text goes to z->text.  The name stays the caller's. */
void zip_begin(struct zip *z, const char *name, const char *file);
void zip_take(
    struct zip *z); /* packs what is in z->text, which is empty then */
void zip_end(struct zip *z);
void zip_close(struct zip *z);

#endif

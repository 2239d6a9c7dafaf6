/* formats - dictionaries of other tools (import-themes.1).  Each reader exits
 * 1 where the input breaks its format. */
#ifndef FORMATS_H
#define FORMATS_H

#include "entries.h"
#include "lib/base/in.h"

void liwc_read(struct entries *e, struct in *in);
void wordstat_read(struct entries *e, struct in *in);
void yaml_read(struct entries *e, struct in *in);
void yoshikoder_read(struct entries *e, struct in *in);

#endif

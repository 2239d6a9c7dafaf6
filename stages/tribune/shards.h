/* shards - the texts of a study, dealt to shards by nothing but their names,
 * and the script that makes each (pipeline/shard.sh runs it). */
#ifndef SHARDS_H
#define SHARDS_H

#include "lists.h"

/* Writes WORK/shards/NAME.sh, where it becomes another one, and
 * WORK/shards.list; what was made of shards that there are no more goes. */
void shards_plan(const struct lists *l, const char *work);

#endif

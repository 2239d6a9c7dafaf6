# slurm.mk - a study on several machines (tribune-scale.7): what makes shards, their
# counts and the sums of these.  All else is made by one make, as ever.
ENGINE          = local
# Counts of shards are packed where no ranges are sought in them.
ZST             = $(if $(filter 1,$(RANGES)),.zst)
TASKS           = 32
RANGES          = $(if $(filter local,$(ENGINE)),1,8)
SLURM_PARTITION ?=
SLURM_ACCOUNT   ?=
SLURM_MEM       ?=
SLURM_TIME      ?=
SLURM_OPTIONS   ?=
SLURM_WAIT      ?= 86400

# What comes before the make of a study: nothing, if that makes it all by itself
# and no job of an earlier run is left.
of_engine = STUDY W B ENGINE TASKS SLURM_PARTITION SLURM_ACCOUNT SLURM_MEM SLURM_TIME SLURM_OPTIONS SLURM_WAIT
engine    = $(if $(filter-out local,$(ENGINE))$(wildcard $(W)/tasks/jobs),env \
	$(foreach v,$(of_engine),$v='$(subst ','\'',$($v))') bash pipeline/slurm.sh)

# A task makes some of a study's files beside others that do the same: the plan
# stands, and nothing of it is written (LOCKED=task).  One that was given up and
# goes on all the same must not write what its follower writes: each has a file of
# its own, of a name that the next plan takes away if it is left.
as_task   = $(if $(filter task,$(LOCKED)),$(1))
no_task   = $(if $(filter task,$(LOCKED)),,$(1))
own       = $(call as_task,.$$(uname -n).$$$$)
own_name  = $(@:$(ZST)=)$(own)$(ZST)
own_moved = $(call as_task,&& mv $$(own_name) $$@)

ifeq ($(LOCKED),task)
ifneq ($(TASK),)
$(if $(wildcard $(W)/tasks/$(TASK)),,$(call fail,TASK: no list %s,$(W)/tasks/$(TASK)))
task: $(file <$(W)/tasks/$(TASK))
endif
.PHONY: task
endif

# (A command of the shell holds 128 kB: names of thousands of shards, without folders.)
# $(call merge_rule,TARGET): the sum of the counts of all shards, by ranges of its
# keys if RANGES is more than one.
each_range = $(if $(filter 1,$(RANGES)),,$(eval each_range := $$(shell seq $(RANGES)))$(each_range))
counts_of  = $(SHARDS:%=$(W)/counts/$(1)/%.tsv$(ZST))
ranges_of  = $(each_range:%=$(W)/ranges/$(1)/%-of-$(RANGES).tsv)
define whole_rule
$(W)/$(call kept,$(1)): $(call counts_of,$(1)) $(W)/shards.list $(call use,merge)
	$$(call say,$(1))
	$$(Q)$(call stored,$(1))merge --output=$$@ $(call counts_of,$(1))
endef
define range_rule
$(call ranges_of,$(1)): $(W)/ranges/$(1)/%-of-$(RANGES).tsv: $(call counts_of,$(1)) $(W)/shards.list $(call use,merge)
	$$(folder_of)
	$$(call say,$(1) $$*/$(RANGES))
	$$(Q)cd $(W)/counts/$(1) && merge -R $$*/$(RANGES) --output=$$(abspath $$@)$$(own) $(SHARDS:%=%.tsv) \
	&& cd '$(CURDIR)' $(own_moved)
.SECONDARY: $(call ranges_of,$(1))
$(W)/$(call kept,$(1)): $(call ranges_of,$(1))
	$$(call say,$(1))
	$$(Q)cat $(call ranges_of,$(1)) $(if $(filter $(1),$(PACKED)),| zstd -q -1 )> $$@.part && mv $$@.part $$@ && rm -rf $(W)/ranges/$(1)
endef
merge_rule = $(if $(filter 1,$(RANGES)),$(whole_rule),$(range_rule))

# names.mk - STUDY, NAME and PARTS stand in recipes and in names of files: what
# the shell or make would read in another way is refused before either sees it.
# (A study.mk is make's own language, and runs: study.5.)
hash  := \#
open  := (
close := )
odd_signs = ' " ` \ ; & | < > * ? [ ] { } ! ^ ~ % : $$ $(hash) $(open) $(close)
odd = $(strip $(foreach c,$(odd_signs),$(findstring $c,$(1))) \
	$(if $(word 2,x$(1)x),blank))

ifneq ($(call odd,$(STUDY)),)
$(error tribune: STUDY: make cannot handle this path: no blank, ' or % : # $$ ~ ; and the like in the study's folder)
endif
ifneq ($(filter -%,$(STUDY)),)
override STUDY := ./$(STUDY)
endif
ifneq ($(or $(call odd,$(NAME)),$(findstring /,$(NAME)),$(filter -% .%,$(NAME)),$(if $(NAME),,empty)),)
$(error tribune: NAME: '$(NAME)' cannot name reports and folders: letters, digits, . _ and -, a letter or digit first (NAME=...))
endif

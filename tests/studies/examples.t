#!/bin/sh
# The examples of the pages that make a study: tests/examples.t; prints TAP.
exec sh tests/examples.t studies

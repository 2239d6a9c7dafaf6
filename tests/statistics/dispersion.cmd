# tolerance 1e-5
dispersion robespierre.tsv

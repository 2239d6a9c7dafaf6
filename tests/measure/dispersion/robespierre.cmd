dispersion robespierre.tsv

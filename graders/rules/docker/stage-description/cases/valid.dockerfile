# una nota cualquiera
FROM alpine:3.22 AS base

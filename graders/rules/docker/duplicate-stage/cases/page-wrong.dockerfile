FROM debian:13 AS base
# expect: docker/duplicate-stage 21-25
FROM alpine:3.22 AS base

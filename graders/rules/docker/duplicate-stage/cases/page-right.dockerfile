FROM debian:13 AS base
FROM alpine:3.22 AS final

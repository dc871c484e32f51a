# base es la etapa común
FROM alpine:3.22 AS base

FROM scratch AS a
# expect: docker/refused-value 12-17
STOPSIGNAL $NADA
# expect: docker/refused-value 11-16
VOLUME /d $NADA
FROM alpine:3.22
ENV MODO=99 SENAL=SIGX
# expect: docker/refused-value 14-19
COPY --chmod=$MODO a /a
# expect: docker/refused-value 12-18
STOPSIGNAL $SENAL
USER 1000
CMD ["sh"]

FROM alpine:3.23
ENV PORT=http OTHER=8080
# expect: docker/invalid-expose 8-13
EXPOSE $PORT
EXPOSE $OTHER 8080/
EXPOSE [::1]:80:80
USER 1000
CMD ["sh"]

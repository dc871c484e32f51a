FROM debian:13-slim
# expect: docker/repeated-instruction 1-14
CMD ["nginx"]
CMD ["php-fpm"]

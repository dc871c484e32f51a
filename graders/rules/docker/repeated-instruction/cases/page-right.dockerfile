FROM debian:13-slim
CMD ["php-fpm"]

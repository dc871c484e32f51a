FROM composer:2 AS vendor
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --prefer-dist --ignore-platform-reqs

FROM php:8.4-apache-bookworm
RUN apt-get update && apt-get install --no-install-recommends -y \
        libicu-dev \
        libpng-dev \
        # para zip
        libzip-dev \
    && docker-php-ext-install -j"$(nproc)" intl gd zip pdo_mysql \
    && apt-get clean && rm -rf /var/lib/apt/lists/* /tmp/* \
    && a2enmod rewrite
RUN { \
      echo 'opcache.memory_consumption=128'; \
      echo 'opcache.revalidate_freq=0'; \
    } > "$PHP_INI_DIR/conf.d/opcache.ini"
ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
RUN sed -ri -e "s!/var/www/html!${APACHE_DOCUMENT_ROOT}!g" /etc/apache2/sites-available/*.conf
COPY --chown=www-data:www-data . /var/www/html
COPY --from=vendor --chown=www-data:www-data /app/vendor /var/www/html/vendor
WORKDIR /var/www/html
USER www-data
CMD ["apache2-foreground"]

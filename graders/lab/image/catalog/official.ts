/**
 * The repositories of docker.io/library, past and present. Docker alone adds names there, so any other name does not exist.
 * @see https://github.com/docker-library/official-images/tree/master/library
 */
export const official: ReadonlySet<string> = new Set(
  `adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash
  bonita buildpack-deps busybox caddy cassandra celery centos chronograf cirros clearlinux clefos clickhouse clojure composer
  consul convertigo couchbase couchdb crate crux dart debian django docker docker-dev dotnet drupal eclipse-mosquitto
  eclipse-temurin eggdrop elasticsearch elixir emqx erlang euleros express-gateway fedora flink fluentd fsharp friendica
  gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe hello-seattle hello-world hipache hola-mundo httpd
  hylang ibm-semeru-runtimes ibmjava influxdb iojs irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway
  kapacitor kibana known kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki memcached
  mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo
  open-liberty openjdk opensuse oraclelinux orientdb owncloud percona perl photon php php-zendserver phpmyadmin piwik plone
  postfixadmin postgres primus pypy python r-base rabbitmq rails rakudo-star rapidoid redis redmine registry rethinkdb
  rocket.chat rockylinux ros ruby rust sapmachine satosa scratch sentry silverpeas sl solr sonarqube source-mage spark
  spiped storm swarm swift swipl telegraf teamspeak thrift tomcat tomee traefik ubuntu ubuntu-debootstrap ubuntu-upstart
  unit varnish vault websphere-liberty wordpress xwiki yourls znc zookeeper`
    .trim()
    .split(/\s+/),
);

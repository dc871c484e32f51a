/**
 * Whether an image may set a variable that the catalogue does not list. Official images set more than it does, by names that
 * begin with the software they bring or say which version it is. `APP_HOME` is no such name.
 * @param repository `docker.io/library/python`
 */
export function mayBeSetBy(repository: string, name: string): boolean {
  const product = repository
    .slice(repository.lastIndexOf('/') + 1)
    .replace(/\W/g, '_')
    .toUpperCase();
  return name.startsWith(product) || ofImages.test(name);
}

const ofImages =
  /VERSION|RELEASE|SHA(?:256|512)?$|CHECKSUM|GPG|_KEYS?$|^(?:LANG|LC_|HOME$|TERM$|HOSTNAME$|PWD$|DEBIAN|JAVA|JRE|JDK|GO|NPM_|YARN_|PHP|PHPIZE|RUBY|GEM|BUNDLE|CARGO|RUST|NGINX|NJS|PKG_|DYNPKG|PYTHON|PIP_|PG|MYSQL|MARIADB|HTTPD|CATALINA|TOMCAT|MAVEN|GRADLE|KAFKA|REDIS|MONGO|ELASTIC|RABBIT|ERLANG|OTP|ELIXIR|JULIA|SWIFT|CONDA|CUDA|NV|HADOOP|SPARK|UV_|DOTNET|ASPNET|APACHE|WORDPRESS|NODE)/;

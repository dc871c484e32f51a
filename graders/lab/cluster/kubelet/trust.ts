import type { ImageProfile } from '../images.ts';

/** Images of which the catalogue lists what people use, but not everything. */
const partial =
  /\/library\/(?:alpine|busybox|debian|ubuntu|fedora|python|node|golang|ruby|php|openjdk|eclipse-temurin|amazoncorretto|bash)$/;

/** Images that are known to start as root unless they say otherwise. */
const rootByDefault =
  /\/library\/(?:nginx|httpd|redis|postgres|mysql|mariadb|mongo)$|^public\.ecr\.aws\/(?:nginx|docker\/library)\/nginx$/;

/** Whether an image without a user certainly means root: for many the catalogue just does not know. */
export function certainlyRoot(image: ImageProfile): boolean {
  if (image.user !== '') return /^(?:0|root)(?::|$)/.test(image.user);
  const { repository } = image;
  const known = rootByDefault.test(repository) || partial.test(repository) || image.programs === 'any';
  return image.certainty === 'known' && known;
}

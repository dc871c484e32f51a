import { hopMessages } from '../../../core/trace.ts';

/**
 * What happens to daemons of Hadoop in containers, with what they write about it.
 * @see FSImage, NNStorage and DataStorage of hadoop-hdfs 3.4.1, and starter.sh of the image `apache/hadoop`
 */
export const hops = hopMessages('daemons', {
  step: { es: 'Paso {number}: {step}.', en: 'Step {number}: {step}.' },
  made: { es: 'Existe `{name}`.', en: '`{name}` exists.' },
  exists: { es: 'Ya existe `{name}`.', en: 'There is `{name}` already.' },
  noContainer: { es: 'No existe ningún contenedor `{name}`.', en: 'There is no container `{name}`.' },
  nameTaken: {
    es: 'Docker dice «Conflict. The container name "/{name}" is already in use»: bórralo antes.',
    en: 'Docker says "Conflict. The container name "/{name}" is already in use": remove it first.',
  },
  noNetwork: { es: 'Docker dice «network {name} not found».', en: 'Docker says "network {name} not found".' },
  newVolume: {
    es: 'Docker crea el volumen `{name}`, que no existía, vacío.',
    en: 'Docker makes the volume `{name}`, which did not exist, empty.',
  },
  started: { es: '`{name}` está en marcha.', en: '`{name}` is running.' },
  stopped: {
    es: '`{name}` se detiene. Lo que escribió sigue en su capa y en sus volúmenes.',
    en: '`{name}` stops. What it wrote stays in its layer and in its volumes.',
  },
  removed: {
    es: '`{name}` se borra, y con él lo que escribió fuera de los volúmenes.',
    en: '`{name}` is removed, and with it what it wrote outside volumes.',
  },
  formatted: {
    es: '`{directory}` se formatea: el sistema de ficheros queda vacío y su clusterID es nuevo, `{cluster}`.',
    en: '`{directory}` is formatted: the file system is empty and its clusterID is new, `{cluster}`.',
  },
  locked: {
    es: '«Cannot lock storage {directory}. The directory is already locked»: `{name}` está en marcha y lo usa.',
    en: '"Cannot lock storage {directory}. The directory is already locked": `{name}` is running and uses it.',
  },
  notWritable: {
    es: '`{name}` termina: «Cannot create directory {directory}/current». El volumen es de root y la imagen trabaja como `hadoop`; su guion de arranque solo abre `/data`.',
    en: '`{name}` ends: "Cannot create directory {directory}/current". The volume belongs to root and the image works as `hadoop`; its start script opens `/data` only.',
  },
  notFormatted: {
    es: '`{name}` termina: «NameNode is not formatted.» En `{directory}` no hay ningún sistema de ficheros.',
    en: '`{name}` ends: "NameNode is not formatted." There is no file system in `{directory}`.',
  },
  ensureFound: {
    es: 'La imagen no formatea: la carpeta de `ENSURE_NAMENODE_DIR`, `{directory}`, ya existe.',
    en: 'The image does not format: the folder of `ENSURE_NAMENODE_DIR`, `{directory}`, exists already.',
  },
  noAuthority: {
    es: '`{name}` termina: «Invalid URI for NameNode address (check fs.defaultFS): file:/// has no authority.» Su configuración no trae `fs.defaultFS`.',
    en: '`{name}` ends: "Invalid URI for NameNode address (check fs.defaultFS): file:/// has no authority." Its settings hold no `fs.defaultFS`.',
  },
  otherAddress: {
    es: '`{name}` termina: «Cannot assign requested address». `fs.defaultFS` dice `{host}`, que no es este contenedor.',
    en: '`{name}` ends: "Cannot assign requested address". `fs.defaultFS` says `{host}`, which is not this container.',
  },
  loopback: {
    es: '`{name}` escucha solo en 127.0.0.1, porque `fs.defaultFS` dice `{host}`: ningún otro contenedor llega a él.',
    en: '`{name}` listens on 127.0.0.1 only, because `fs.defaultFS` says `{host}`: no other container reaches it.',
  },
  registered: {
    es: '`{name}` está registrado en el NameNode, con el clusterID `{cluster}`.',
    en: '`{name}` is registered with the NameNode, with the clusterID `{cluster}`.',
  },
  unknownHost: {
    es: '`{name}` no encuentra al NameNode: «UnknownHostException: {host}». En su red nadie se llama así.',
    en: '`{name}` does not find the NameNode: "UnknownHostException: {host}". Nobody on its network has that name.',
  },
  refused: {
    es: '`{name}` insiste sin éxito: «Retrying connect to server: {host}:{port}». Ahí no escucha ningún NameNode.',
    en: '`{name}` tries in vain: "Retrying connect to server: {host}:{port}". No NameNode listens there.',
  },
  incompatible: {
    es: '`{name}` termina: «Incompatible clusterIDs in {directory}: namenode clusterID = {cluster}; datanode clusterID = {own}». El NameNode se formateó después de que este DataNode guardara sus bloques.',
    en: '`{name}` ends: "Incompatible clusterIDs in {directory}: namenode clusterID = {cluster}; datanode clusterID = {own}". The NameNode was formatted after this DataNode stored its blocks.',
  },
  noNameNode: {
    es: 'Nadie atiende: no hay ningún NameNode en marcha al que se llegue.',
    en: 'Nobody answers: no NameNode that can be reached is running.',
  },
  noDataNodes: {
    es: '«could only be written to 0 of the 1 minReplication nodes»: no hay ningún DataNode registrado.',
    en: '"could only be written to 0 of the 1 minReplication nodes": no DataNode is registered.',
  },
  written: {
    es: '`{file}` se escribe en {n} {n:DataNode|DataNodes}.',
    en: '`{file}` is written to {n} {n:DataNode|DataNodes}.',
  },
  read: { es: '`{file}` se lee entero.', en: '`{file}` is read in full.' },
  noFile: {
    es: '«File does not exist: {file}»: el NameNode que está en marcha no sabe nada de él.',
    en: '"File does not exist: {file}": the NameNode that is running knows nothing of it.',
  },
  missingBlock: {
    es: '«Could not obtain block» de `{file}`: ningún DataNode registrado lo tiene.',
    en: '"Could not obtain block" of `{file}`: no registered DataNode has it.',
  },
  noManager: {
    es: '`{name}` no encuentra al ResourceManager: su `yarn.resourcemanager.hostname` es `{host}`.',
    en: '`{name}` does not find the ResourceManager: its `yarn.resourcemanager.hostname` is `{host}`.',
  },
  noShuffle: {
    es: '«The auxService:mapreduce_shuffle does not exist» en `{name}`: falta en `yarn.nodemanager.aux-services`.',
    en: '"The auxService:mapreduce_shuffle does not exist" on `{name}`: it is missing from `yarn.nodemanager.aux-services`.',
  },
  waiting: {
    es: 'El trabajo se queda en ACCEPTED: ningún NodeManager está registrado en el ResourceManager.',
    en: 'The job stays ACCEPTED: no NodeManager is registered with the ResourceManager.',
  },
  noResourceManager: {
    es: 'Nadie acepta el trabajo: no hay ningún ResourceManager en marcha.',
    en: 'Nobody accepts the job: no ResourceManager is running.',
  },
  done: { es: 'El trabajo termina y deja `{file}`.', en: 'The job ends and leaves `{file}`.' },
});

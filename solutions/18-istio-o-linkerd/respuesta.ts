import type { Respuesta } from '../../exercises/18-istio-o-linkerd/respuesta.types';

export default {
  banco: {
    eleccion: 'istio-sidecar',
    prueba: 'token-en-la-malla',
    'otra-prueba': 'equipo-con-guardias',
    contrapunto: 'muchos-recursos',
  },
  'empresa-joven': {
    eleccion: 'linkerd',
    prueba: 'cabe-en-el-pod',
    'otra-prueba': 'pocas-decisiones',
    contrapunto: 'ritmo-edge',
  },
  hospital: {
    eleccion: 'linkerd-de-proveedor',
    prueba: 'clave-en-el-pod',
    'otra-prueba': 'estable-con-contrato',
    contrapunto: 'contrato',
  },
  subastas: {
    eleccion: 'sin-malla',
    prueba: 'red-que-cifra',
    'otra-prueba': 'un-equipo-un-lenguaje',
    contrapunto: 'en-cada-aplicacion',
  },
  juicios: {
    comparativas: 'falso',
    'modos-de-istio': 'falso',
    'politica-en-linkerd': 'verdadero',
    'mas-funciones': 'falso',
    'versiones-de-linkerd': 'falso',
    'horas-del-equipo': 'verdadero',
    'medir-con-lo-propio': 'verdadero',
    tokens: 'verdadero',
  },
  explica: {
    'pros-y-contras':
      'Istio ofrece más funciones, como decidir en cada servicio por los datos de un token. A cambio, Istio es más complejo de operar y cada Envoy ocupa más memoria. Linkerd es sencillo y ligero, con proxies pequeños. Le pesa que tiene menos funciones y que sus versiones estables las ofrecen proveedores.',
    'cuando-cada-una':
      'Prefiero Istio cuando hacen falta políticas avanzadas y hay gente para operarlas. Prefiero Linkerd para un equipo pequeño con pocos recursos. Antes de decidir entre las dos mallas mediría la latencia con mi propia carga, porque la de otros no dice nada de la mía.',
  },
} satisfies Respuesta;

'use client';

import { useEffect, useRef, useState } from 'react';
import { formatCantidad } from '#domain/cantidad.ts';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { Casilla } from '#ui/components/casilla/casilla.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Oculto } from '#ui/components/oculto/oculto.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import estilos from './eleccion-de-registros.module.css';
import { camposDeLista, type ListaDeRegistros } from './estado-de-registros.ts';
import { TablaDeRegistros } from './tabla-de-registros.tsx';

/** The boxes are the browser's own, so that one ticked before the script is at work stays ticked (guide VI, step 5). */
export function EleccionDeRegistros({ lista, error }: { lista: ListaDeRegistros; error?: string }) {
  const [elegidos, setElegidos] = useState(lista.elegidos);
  const marco = useRef<HTMLFieldSetElement>(null);
  const follow = (isTodosChanged: boolean) => {
    const todos = marco.current?.querySelector<HTMLInputElement>('[name="todos"]');
    const filas = [...(marco.current?.querySelectorAll<HTMLInputElement>('[name="registro"]') ?? [])];
    if (!todos) return;
    if (isTodosChanged) for (const fila of filas) fila.checked = todos.checked;
    const cuantos = countElegidos(lista, todos.checked, filas.filter(({ checked }) => checked).length);
    todos.indeterminate = todos.checked && cuantos < lista.total;
    setElegidos(cuantos);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was ticked before
  useEffect(() => {
    const todos = marco.current?.querySelector<HTMLInputElement>('[name="todos"]');
    follow(todos?.checked !== lista.todos);
  }, []);
  return (
    <fieldset
      className={estilos.eleccion}
      ref={marco}
      onChange={({ target }) => follow(target instanceof HTMLInputElement && target.name === 'todos')}
    >
      <legend>
        <Oculto>Registros Patronales para los que es el medio de contacto</Oculto>
      </legend>
      <Pila>
        <CamposOcultos campos={{ ...camposDeLista(lista), ...camposDePagina(lista) }} />
        <div>
          <Casilla
            id="todos"
            name="todos"
            value="si"
            etiqueta="Seleccionar todos los Registros Patronales"
            defaultChecked={lista.todos}
            aria-describedby={error ? 'todos-error' : undefined}
            aria-invalid={error ? true : undefined}
          />
          {error && (
            <p className={estilos.error} id="todos-error">
              {error}
            </p>
          )}
        </div>
        <Buscador lista={lista} />
        <div className={estilos.relacion}>
          <p className={estilos.cuenta} aria-live="polite">
            <strong>{formatCantidad(elegidos)}</strong> de {formatCantidad(lista.total)} Registros Patronales
            seleccionados
          </p>
          <TablaDeRegistros lista={lista} />
        </div>
        <Paginas lista={lista} />
      </Pila>
    </fieldset>
  );
}

/** What the server will count, told beforehand: ticking or unticking «todos» forgets the marks of other pages. */
function countElegidos(lista: ListaDeRegistros, todos: boolean, marcados: number): number {
  const antes = lista.filas.filter(({ isElegido }) => isElegido).length;
  if (todos === lista.todos) return lista.elegidos + marcados - antes;
  return todos ? lista.total - (lista.filas.length - marcados) : marcados;
}

function camposDePagina({ filas, buscar, sinValidar }: ListaDeRegistros) {
  return {
    visibles: filas.map(({ numero }) => numero).join(','),
    buscado: buscar,
    sinValidarBuscado: sinValidar ? 'si' : '',
  };
}

function Buscador({ lista }: { lista: ListaDeRegistros }) {
  return (
    <div className={estilos.buscador}>
      <CampoDeTexto
        id="buscar"
        etiqueta="Buscar por número o subdelegación"
        pista="Con sus primeros caracteres basta."
        maxLength={80}
        autoComplete="off"
        defaultValue={lista.buscar}
      />
      <Casilla name="sinValidar" value="si" etiqueta="Sin medios validados" defaultChecked={lista.sinValidar} />
      <Boton name="paso" value="buscar" variante="secundario" icono="buscar">
        Buscar
      </Boton>
    </div>
  );
}

function Paginas({ lista: { recorrido, hasMas } }: { lista: ListaDeRegistros }) {
  if (recorrido.length === 0 && !hasMas) return null;
  return (
    <nav aria-label="Páginas de Registros Patronales">
      <Acciones>
        {recorrido.length > 0 && (
          <Boton name="paso" value="anterior" variante="secundario" tamano="compacto">
            Página anterior
          </Boton>
        )}
        <span className={estilos.pagina}>Página {formatCantidad(recorrido.length + 1)}</span>
        {hasMas && (
          <Boton name="paso" value="siguiente" variante="secundario" tamano="compacto">
            Página siguiente
          </Boton>
        )}
      </Acciones>
    </nav>
  );
}
